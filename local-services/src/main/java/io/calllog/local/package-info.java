/**
 * A PostgreSQL and a Redis for machines on which neither is installed. The application starts them
 * and stops them; their data are kept in one directory. Start with {@link
 * io.calllog.local.LocalServices}.
 */
@NullMarked
package io.calllog.local;

import org.jspecify.annotations.NullMarked;
