/** Out-ports for the move from the Node backend. */
@NullMarked
package io.calllog.application.migration.port.out;

import org.jspecify.annotations.NullMarked;
