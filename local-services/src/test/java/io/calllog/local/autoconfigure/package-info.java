/** The local services as Spring Boot sees them. */
@NullMarked
package io.calllog.local.autoconfigure;

import org.jspecify.annotations.NullMarked;
