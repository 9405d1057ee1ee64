/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.officer;

import org.jspecify.annotations.NullMarked;
