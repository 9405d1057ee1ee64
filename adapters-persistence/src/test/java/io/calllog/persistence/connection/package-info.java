/** Tests of the circuit breaker and of rollbacks. */
@NullMarked
package io.calllog.persistence.connection;

import org.jspecify.annotations.NullMarked;
