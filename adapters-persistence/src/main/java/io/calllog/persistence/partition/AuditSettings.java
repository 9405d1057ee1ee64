package io.calllog.persistence.partition;

import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the audit trail.
 *
 * @param retention how long entries are kept, such as {@code 5y}; null keeps them forever
 */
@ConfigurationProperties("calllog.audit")
record AuditSettings(@Nullable Period retention) {

  AuditSettings {
    if (retention != null && (retention.isZero() || retention.isNegative())) {
      throw new IllegalArgumentException("calllog.audit.retention must be positive");
    }
  }
}
