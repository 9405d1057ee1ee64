/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.call;

import org.jspecify.annotations.NullMarked;
