/** Out-ports for authentication and sessions. */
@NullMarked
package io.calllog.application.auth.port.out;

import org.jspecify.annotations.NullMarked;
