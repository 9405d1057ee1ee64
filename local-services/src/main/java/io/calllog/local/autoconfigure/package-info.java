/**
 * Offers the local services to Spring Boot, the way its support for Docker Compose and
 * Testcontainers does: as connection details, which give way to anything that is configured.
 */
@NullMarked
package io.calllog.local.autoconfigure;

import org.jspecify.annotations.NullMarked;
