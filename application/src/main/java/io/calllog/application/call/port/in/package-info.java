/** What the outside can ask about calls. */
@NullMarked
package io.calllog.application.call.port.in;

import org.jspecify.annotations.NullMarked;
