/** Out-ports for imports. */
@NullMarked
package io.calllog.application.imports.port.out;

import org.jspecify.annotations.NullMarked;
