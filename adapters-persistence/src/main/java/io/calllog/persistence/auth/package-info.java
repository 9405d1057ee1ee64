/** Stores sessions and reads revocations. */
@NullMarked
package io.calllog.persistence.auth;

import org.jspecify.annotations.NullMarked;
