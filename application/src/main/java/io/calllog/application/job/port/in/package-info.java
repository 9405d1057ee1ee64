/** In-ports for jobs. */
@NullMarked
package io.calllog.application.job.port.in;

import org.jspecify.annotations.NullMarked;
