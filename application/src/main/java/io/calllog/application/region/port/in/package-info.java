/** In-ports for regions. */
@NullMarked
package io.calllog.application.region.port.in;

import org.jspecify.annotations.NullMarked;
