package io.calllog.cache.auth;

import java.time.Duration;

/**
 * What a bucket answered.
 *
 * @param granted whether there was a token
 * @param remaining tokens that are left, never negative
 * @param untilMore how long until there is one more, zero when the bucket is full
 */
record Level(boolean granted, long remaining, Duration untilMore) {}
