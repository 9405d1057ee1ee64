/** In-ports for officers. */
@NullMarked
package io.calllog.application.officer.port.in;

import org.jspecify.annotations.NullMarked;
