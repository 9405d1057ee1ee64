/** Out-ports for jobs. */
@NullMarked
package io.calllog.application.job.port.out;

import org.jspecify.annotations.NullMarked;
