package io.calllog.rest.shared.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the statuses that an operation may refuse with, beyond those that follow from its signature
 * (401 where a token is needed, 404 for a path with an id, 412 with a precondition, and so on).
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ErrorStatuses {

  /** HTTP statuses. */
  int[] value();
}
