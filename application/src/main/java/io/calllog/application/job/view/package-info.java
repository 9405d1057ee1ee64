/** Results of queries about jobs. */
@NullMarked
package io.calllog.application.job.view;

import org.jspecify.annotations.NullMarked;
