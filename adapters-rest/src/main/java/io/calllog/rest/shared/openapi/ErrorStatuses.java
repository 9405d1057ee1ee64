package io.calllog.rest.shared.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The error statuses of an operation that do not follow from its signature. Those that do are added
 * to the OpenAPI document anyway: 401 if a token is required, 404 for a path with an id, 412 with a
 * precondition, and so on.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ErrorStatuses {

  /** HTTP statuses. */
  int[] value();
}
