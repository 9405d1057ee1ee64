/** Tests of jobs in the whole application. */
@NullMarked
package io.calllog.api.job;

import org.jspecify.annotations.NullMarked;
