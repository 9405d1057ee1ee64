/** Limits that all nodes share, and that each keeps alone while they cannot. */
@NullMarked
package io.calllog.cache.auth;

import org.jspecify.annotations.NullMarked;
