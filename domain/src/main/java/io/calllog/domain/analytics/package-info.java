/** What figures are about: days, in the zone that the organisation means by a day. */
@NullMarked
package io.calllog.domain.analytics;

import org.jspecify.annotations.NullMarked;
