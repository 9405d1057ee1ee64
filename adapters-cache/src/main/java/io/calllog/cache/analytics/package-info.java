/** Figures that were computed a few seconds ago, for those whom they will do. */
@NullMarked
package io.calllog.cache.analytics;

import org.jspecify.annotations.NullMarked;
