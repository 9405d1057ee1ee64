package io.calllog.rest.shared.problem;

import io.calllog.application.audit.AuditAction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names what somebody attempts by an operation, for the audit trail when they are refused it. On
 * each operation that refuses by role ({@code @Refuses(403)}); the subject is the {@code id} in its
 * path.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Attempts {

  /** What it is called when it is done. */
  AuditAction value();
}
