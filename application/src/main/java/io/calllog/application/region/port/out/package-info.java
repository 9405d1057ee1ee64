/** Out-ports for regions. */
@NullMarked
package io.calllog.application.region.port.out;

import org.jspecify.annotations.NullMarked;
