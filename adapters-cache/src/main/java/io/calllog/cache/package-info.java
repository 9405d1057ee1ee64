/** The connection to Redis, so made that an outage of Redis is never one of the application. */
@NullMarked
package io.calllog.cache;

import org.jspecify.annotations.NullMarked;
