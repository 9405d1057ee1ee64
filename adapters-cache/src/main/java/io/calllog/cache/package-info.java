/** Adapters for Redis. The application stays available while Redis is not. */
@NullMarked
package io.calllog.cache;

import org.jspecify.annotations.NullMarked;
