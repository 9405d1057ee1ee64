/** Jobs: work that one node does in the background, scheduled by db-scheduler. */
@NullMarked
package io.calllog.persistence.job;

import org.jspecify.annotations.NullMarked;
