/** Adapters on Redis. An outage of Redis is never an outage of the application. */
@NullMarked
package io.calllog.cache;

import org.jspecify.annotations.NullMarked;
