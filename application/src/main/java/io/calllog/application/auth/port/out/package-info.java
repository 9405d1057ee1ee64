/** What the use cases about signing in need of the outside. */
@NullMarked
package io.calllog.application.auth.port.out;

import org.jspecify.annotations.NullMarked;
