/** Out-ports for calls. */
@NullMarked
package io.calllog.application.call.port.out;

import org.jspecify.annotations.NullMarked;
