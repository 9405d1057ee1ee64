/** In-ports for authentication and sessions. */
@NullMarked
package io.calllog.application.auth.port.in;

import org.jspecify.annotations.NullMarked;
