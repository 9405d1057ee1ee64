/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.domain.officer;

import org.jspecify.annotations.NullMarked;
