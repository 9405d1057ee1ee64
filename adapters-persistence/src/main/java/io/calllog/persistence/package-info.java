/** Keeps everything in PostgreSQL: JPA for what changes, SQL for what is read. */
@NullMarked
package io.calllog.persistence;

import org.jspecify.annotations.NullMarked;
