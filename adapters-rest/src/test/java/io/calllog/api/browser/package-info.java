/** What browsers are told, and what pages of other sites may do. */
@NullMarked
package io.calllog.api.browser;

import org.jspecify.annotations.NullMarked;
