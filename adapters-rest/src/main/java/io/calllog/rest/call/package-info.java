/** The HTTP API of calls. */
@NullMarked
package io.calllog.rest.call;

import org.jspecify.annotations.NullMarked;
