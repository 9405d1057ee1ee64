/** In-ports for the move from the Node backend. */
@NullMarked
package io.calllog.application.migration.port.in;

import org.jspecify.annotations.NullMarked;
