/** Reads and maintains the figures that PostgreSQL stores next to the calls. */
@NullMarked
package io.calllog.persistence.analytics;

import org.jspecify.annotations.NullMarked;
