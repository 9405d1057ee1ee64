/** What all that talks to Redis shares. */
@NullMarked
package io.calllog.cache.shared;

import org.jspecify.annotations.NullMarked;
