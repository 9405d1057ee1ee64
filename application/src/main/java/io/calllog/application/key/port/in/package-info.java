/** In-ports for keys. */
@NullMarked
package io.calllog.application.key.port.in;

import org.jspecify.annotations.NullMarked;
