/** Another PostgreSQL server takes over while officers work. */
@NullMarked
package io.calllog.api.failover;

import org.jspecify.annotations.NullMarked;
