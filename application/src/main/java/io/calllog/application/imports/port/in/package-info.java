/** In-ports for imports. */
@NullMarked
package io.calllog.application.imports.port.in;

import org.jspecify.annotations.NullMarked;
