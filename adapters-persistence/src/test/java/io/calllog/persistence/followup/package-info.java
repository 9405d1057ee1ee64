/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.followup;

import org.jspecify.annotations.NullMarked;
