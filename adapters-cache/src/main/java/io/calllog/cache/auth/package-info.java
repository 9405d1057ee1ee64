/** Rate limits with token buckets: shared in Redis, or local while Redis fails. */
@NullMarked
package io.calllog.cache.auth;

import org.jspecify.annotations.NullMarked;
