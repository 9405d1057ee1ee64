/** Calls over HTTP. */
@NullMarked
package io.calllog.rest.call;

import org.jspecify.annotations.NullMarked;
