/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.imports;

import org.jspecify.annotations.NullMarked;
