/** Ranges of days, the time zone they are in, and targets for each day. */
@NullMarked
package io.calllog.domain.analytics;

import org.jspecify.annotations.NullMarked;
