/** Caches answers of reports for a few seconds. */
@NullMarked
package io.calllog.cache.analytics;

import org.jspecify.annotations.NullMarked;
