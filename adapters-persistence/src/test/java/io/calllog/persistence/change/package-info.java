/** Tests of the feed of changes on PostgreSQL. */
@NullMarked
package io.calllog.persistence.change;

import org.jspecify.annotations.NullMarked;
