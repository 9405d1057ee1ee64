/** Adapters for PostgreSQL: JPA for changes, SQL for queries. */
@NullMarked
package io.calllog.persistence;

import org.jspecify.annotations.NullMarked;
