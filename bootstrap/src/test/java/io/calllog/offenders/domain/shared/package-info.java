/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.domain.shared;

import org.jspecify.annotations.NullMarked;
