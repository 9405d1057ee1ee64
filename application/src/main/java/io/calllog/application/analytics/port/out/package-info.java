/** What the use cases about figures need of the outside. */
@NullMarked
package io.calllog.application.analytics.port.out;

import org.jspecify.annotations.NullMarked;
