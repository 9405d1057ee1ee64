/** The ports that the use cases about figures need. */
@NullMarked
package io.calllog.application.analytics.port.out;

import org.jspecify.annotations.NullMarked;
