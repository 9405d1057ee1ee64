/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.audit;

import org.jspecify.annotations.NullMarked;
