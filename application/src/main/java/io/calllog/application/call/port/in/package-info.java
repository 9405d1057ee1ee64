/** In-ports for calls. */
@NullMarked
package io.calllog.application.call.port.in;

import org.jspecify.annotations.NullMarked;
