package io.calllog.persistence.partition;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Creates the partitions of {@code calls} and the audit trail two years ahead, and drops partitions
 * of the audit trail that are older than its retention period. This happens at startup, before the
 * node accepts requests, and every hour as a job. A failure, for example a lock timeout, is
 * harmless while the partitions of this month and the next month exist.
 */
@Component
@EnableConfigurationProperties(AuditSettings.class)
class MonthlyPartitions implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(MonthlyPartitions.class);

  private static final String THIS_MONTH_AND_NEXT_EXIST =
      """
      SELECT bool_and(to_regclass(to_char(now() AT TIME ZONE 'UTC' + ahead, '"' || parent || '_"YYYY_MM'))
          IS NOT NULL)
      FROM (VALUES ('calls'), ('audit_log'), ('audit_personal')) parents (parent),
           (VALUES (interval '0'), (interval '1 month')) months (ahead)
      """;

  private final JdbcClient database;
  private final AuditSettings settings;
  private final InstantSource clock;

  MonthlyPartitions(JdbcClient database, AuditSettings settings, InstantSource clock) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Maintains the partitions at startup.
   *
   * @throws IllegalStateException if a partition of this month or the next month is missing
   */
  @Override
  public void afterPropertiesSet() {
    try {
      maintain();
    } catch (DataAccessException e) {
      LOG.error("Could not create or drop partitions. A job tries again within an hour.", e);
    }
    if (!database.sql(THIS_MONTH_AND_NEXT_EXIST).query(Boolean.class).single()) {
      throw new IllegalStateException(
          "The partition of this month or the next is missing and could not be created."
              + " See the error in the log.");
    }
  }

  @Bean
  RecurringTask<Void> monthlyPartitionsJob() {
    return Tasks.recurring("monthly-partitions", FixedDelay.ofHours(1))
        .execute((_, _) -> maintain());
  }

  void maintain() {
    int created = database.sql("SELECT ensure_partitions()").query(Integer.class).single();
    if (created > 0) {
      LOG.info("Created {} partitions", created);
    }
    if (settings.retention() != null) {
      dropAuditPartitions(settings.retention());
    }
  }

  private void dropAuditPartitions(Period retention) {
    int dropped =
        database
            .sql("SELECT drop_audit_partitions(:olderThan)")
            .param("olderThan", Times.parameter(oldestMonth(clock.instant(), retention)))
            .query(Integer.class)
            .single();
    if (dropped > 0) {
      LOG.info("Dropped {} partitions of the audit trail", dropped);
    }
  }

  /** Returns the start, in UTC, of the oldest month to keep. */
  static Instant oldestMonth(Instant now, Period retention) {
    return now.atZone(ZoneOffset.UTC)
        .minus(retention)
        .with(TemporalAdjusters.firstDayOfMonth())
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant();
  }
}
