/** Tests on PostgreSQL. */
@NullMarked
package io.calllog.persistence.client;

import org.jspecify.annotations.NullMarked;
