/** The HTTP API of jobs. */
@NullMarked
package io.calllog.rest.job;

import org.jspecify.annotations.NullMarked;
