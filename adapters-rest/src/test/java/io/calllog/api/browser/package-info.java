/** Security headers and CORS. */
@NullMarked
package io.calllog.api.browser;

import org.jspecify.annotations.NullMarked;
