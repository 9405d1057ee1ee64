/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.partition;

import org.jspecify.annotations.NullMarked;
