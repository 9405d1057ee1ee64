/** Figures over HTTP. */
@NullMarked
package io.calllog.api.analytics;

import org.jspecify.annotations.NullMarked;
