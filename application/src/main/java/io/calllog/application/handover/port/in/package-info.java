/** In-port for handing over. */
@NullMarked
package io.calllog.application.handover.port.in;

import org.jspecify.annotations.NullMarked;
