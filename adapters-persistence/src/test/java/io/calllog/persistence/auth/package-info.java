/** Tests on a real PostgreSQL. */
@NullMarked
package io.calllog.persistence.auth;

import org.jspecify.annotations.NullMarked;
