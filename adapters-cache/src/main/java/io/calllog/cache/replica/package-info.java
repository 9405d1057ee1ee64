/** What nodes that read from a replica of PostgreSQL tell each other. */
@NullMarked
package io.calllog.cache.replica;

import org.jspecify.annotations.NullMarked;
