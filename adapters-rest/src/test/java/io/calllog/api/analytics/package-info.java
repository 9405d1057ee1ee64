/** The HTTP API of reports. */
@NullMarked
package io.calllog.api.analytics;

import org.jspecify.annotations.NullMarked;
