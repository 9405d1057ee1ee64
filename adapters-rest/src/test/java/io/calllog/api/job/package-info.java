/** Tests of jobs over HTTP. */
@NullMarked
package io.calllog.api.job;

import org.jspecify.annotations.NullMarked;
