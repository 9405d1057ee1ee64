/** The connections to PostgreSQL and their failures. */
@NullMarked
package io.calllog.persistence.connection;

import org.jspecify.annotations.NullMarked;
