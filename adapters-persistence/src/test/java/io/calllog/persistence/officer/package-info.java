/** Tests on a real PostgreSQL. */
@NullMarked
package io.calllog.persistence.officer;

import org.jspecify.annotations.NullMarked;
