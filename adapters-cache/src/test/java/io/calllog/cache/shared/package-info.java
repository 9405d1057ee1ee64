/** Tests of the circuit breaker of Redis. */
@NullMarked
package io.calllog.cache.shared;

import org.jspecify.annotations.NullMarked;
