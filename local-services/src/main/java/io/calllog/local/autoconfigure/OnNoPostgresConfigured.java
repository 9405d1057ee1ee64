package io.calllog.local.autoconfigure;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The user has not said where PostgreSQL is. */
final class OnNoPostgresConfigured implements Condition {

  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    return !Configured.postgres(context.getEnvironment());
  }
}
