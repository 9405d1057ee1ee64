/** The use cases about figures. */
@NullMarked
package io.calllog.application.analytics.port.in;

import org.jspecify.annotations.NullMarked;
