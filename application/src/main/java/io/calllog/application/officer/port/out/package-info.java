/** Out-ports for officers. */
@NullMarked
package io.calllog.application.officer.port.out;

import org.jspecify.annotations.NullMarked;
