/** Access to Redis, shared by the cache and the rate limiter. */
@NullMarked
package io.calllog.cache.shared;

import org.jspecify.annotations.NullMarked;
