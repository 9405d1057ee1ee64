/** The HTTP API of calls. */
@NullMarked
package io.calllog.api.call;

import org.jspecify.annotations.NullMarked;
