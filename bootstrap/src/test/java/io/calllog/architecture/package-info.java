/** The rules that keep the architecture what it is, each of them seen red on its offenders. */
@NullMarked
package io.calllog.architecture;

import org.jspecify.annotations.NullMarked;
