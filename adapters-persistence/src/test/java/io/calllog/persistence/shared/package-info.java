/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.shared;

import org.jspecify.annotations.NullMarked;
