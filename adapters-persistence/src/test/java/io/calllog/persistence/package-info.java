/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence;

import org.jspecify.annotations.NullMarked;
