/**
 * Connects a Spring Boot application to the local services with connection details, as Spring
 * Boot's support for Docker Compose does. Anything that is configured takes precedence.
 */
@NullMarked
package io.calllog.local.autoconfigure;

import org.jspecify.annotations.NullMarked;
