package io.calllog.persistence.partition;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit trail.
 *
 * @param retention how long lines are kept, such as {@code 5y}; forever when null
 */
@ConfigurationProperties("calllog.audit")
record AuditSettings(@Nullable Period retention) {

  /** Refuses, with an {@link IllegalArgumentException}, a retention that is not positive. */
  AuditSettings {
    if (retention != null && (retention.isZero() || retention.isNegative())) {
      throw new IllegalArgumentException("calllog.audit.retention must be positive");
    }
  }
}
