/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.auth;

import org.jspecify.annotations.NullMarked;
