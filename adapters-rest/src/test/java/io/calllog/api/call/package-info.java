/** Calls, over HTTP. */
@NullMarked
package io.calllog.api.call;

import org.jspecify.annotations.NullMarked;
