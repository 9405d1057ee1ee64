/** Out-ports for reports. */
@NullMarked
package io.calllog.application.analytics.port.out;

import org.jspecify.annotations.NullMarked;
