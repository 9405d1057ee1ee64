/** Use cases of jobs. */
@NullMarked
package io.calllog.application.job.service;

import org.jspecify.annotations.NullMarked;
