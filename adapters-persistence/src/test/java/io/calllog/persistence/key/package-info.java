/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.key;

import org.jspecify.annotations.NullMarked;
