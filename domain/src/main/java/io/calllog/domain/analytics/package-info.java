/** Ranges of days, and the time zone they are in. */
@NullMarked
package io.calllog.domain.analytics;

import org.jspecify.annotations.NullMarked;
