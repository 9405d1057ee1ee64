/** What the outside can ask about signing in. */
@NullMarked
package io.calllog.application.auth.port.in;

import org.jspecify.annotations.NullMarked;
