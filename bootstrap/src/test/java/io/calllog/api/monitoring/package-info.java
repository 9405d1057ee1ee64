/** Tests of the metrics, and of the dashboard, alerts and documentation that use them. */
@NullMarked
package io.calllog.api.monitoring;

import org.jspecify.annotations.NullMarked;
