/** Rules of the architecture. Each of them is also checked against code that violates it. */
@NullMarked
package io.calllog.architecture;

import org.jspecify.annotations.NullMarked;
