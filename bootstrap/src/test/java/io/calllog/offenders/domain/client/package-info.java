/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.domain.client;

import org.jspecify.annotations.NullMarked;
