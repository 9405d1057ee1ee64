/** Tests of jobs on PostgreSQL. */
@NullMarked
package io.calllog.persistence.job;

import org.jspecify.annotations.NullMarked;
