/** Code that violates the rules on purpose, to prove that each rule can fail. */
@NullMarked
package io.calllog.offenders;

import org.jspecify.annotations.NullMarked;
