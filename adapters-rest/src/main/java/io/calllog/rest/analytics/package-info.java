/** The HTTP API of reports, as JSON and CSV. */
@NullMarked
package io.calllog.rest.analytics;

import org.jspecify.annotations.NullMarked;
