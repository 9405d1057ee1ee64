/** Violates rules on purpose. */
@NullMarked
package io.calllog.offenders.cache.client;

import org.jspecify.annotations.NullMarked;
