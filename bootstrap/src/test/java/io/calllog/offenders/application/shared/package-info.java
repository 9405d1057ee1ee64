/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.application.shared;

import org.jspecify.annotations.NullMarked;
