/** What all controllers answer with. */
@NullMarked
package io.calllog.rest.shared;

import org.jspecify.annotations.NullMarked;
