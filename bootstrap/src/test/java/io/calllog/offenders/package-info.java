/** Code that breaks the rules on purpose, so that each rule is seen red. */
@NullMarked
package io.calllog.offenders;

import org.jspecify.annotations.NullMarked;
