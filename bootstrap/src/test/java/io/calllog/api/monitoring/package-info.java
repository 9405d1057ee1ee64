/** The metrics, and what the dashboard, the alerts and the documentation make of them. */
@NullMarked
package io.calllog.api.monitoring;

import org.jspecify.annotations.NullMarked;
