/** Creates and drops the monthly partitions of tables. */
@NullMarked
package io.calllog.persistence.partition;

import org.jspecify.annotations.NullMarked;
