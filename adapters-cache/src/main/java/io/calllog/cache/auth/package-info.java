/** Rate limits: token buckets in Redis, and local ones while Redis fails. */
@NullMarked
package io.calllog.cache.auth;

import org.jspecify.annotations.NullMarked;
