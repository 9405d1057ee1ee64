/** Out-ports shared by all use cases. */
@NullMarked
package io.calllog.application.shared.port.out;

import org.jspecify.annotations.NullMarked;
