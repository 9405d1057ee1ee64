/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.persistence.client;

import org.jspecify.annotations.NullMarked;
