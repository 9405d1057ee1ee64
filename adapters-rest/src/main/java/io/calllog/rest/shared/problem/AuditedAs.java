package io.calllog.rest.shared.problem;

import io.calllog.application.audit.AuditAction;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The action under which the audit trail records that an operation was refused with 403. Required
 * on each operation that needs a token and can answer 403. The subject of the entry is the {@code
 * id} in the path.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AuditedAs {

  /** The same action that the use case records when it succeeds. */
  AuditAction value();
}
