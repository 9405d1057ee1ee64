/** In-ports for reports. */
@NullMarked
package io.calllog.application.analytics.port.in;

import org.jspecify.annotations.NullMarked;
