/** Rate limits over HTTP. */
@NullMarked
package io.calllog.api.limit;

import org.jspecify.annotations.NullMarked;
