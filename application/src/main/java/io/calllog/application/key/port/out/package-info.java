/** Out-ports for keys. */
@NullMarked
package io.calllog.application.key.port.out;

import org.jspecify.annotations.NullMarked;
