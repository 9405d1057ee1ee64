/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.local;

import org.jspecify.annotations.NullMarked;
