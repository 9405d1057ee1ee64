/** The figures that PostgreSQL keeps beside the calls. */
@NullMarked
package io.calllog.persistence.analytics;

import org.jspecify.annotations.NullMarked;
