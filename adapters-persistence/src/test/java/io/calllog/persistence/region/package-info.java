/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.region;

import org.jspecify.annotations.NullMarked;
