/** Figures over HTTP, as JSON and as CSV. */
@NullMarked
package io.calllog.rest.analytics;

import org.jspecify.annotations.NullMarked;
