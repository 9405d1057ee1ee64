package io.calllog.persistence.analytics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts the hours of days that are over and stores them in {@code officer_hours}. Until then, and
 * after a change of a call of the day, {@link HoursQuery} counts them from the calls. So a report
 * is exact whether or not this job has run (ADR 0052).
 */
@Component
class HoursOfPastDays {

  private final JdbcClient database;

  HoursOfPastDays(JdbcClient database) {
    this.database = database;
  }

  @Bean
  RecurringTask<Void> hoursOfPastDaysJob() {
    return Tasks.recurring("hours-of-past-days", FixedDelay.ofMinutes(1))
        .execute((_, context) -> keep(() -> context.getSchedulerState().isShuttingDown()));
  }

  /** The newest days first, because they are asked for most. Each day is a transaction. */
  void keep(BooleanSupplier stopping) {
    List<LocalDate> days =
        database
            .sql(
                """
                SELECT DISTINCT day FROM officer_days, reporting
                WHERE NOT hours_kept AND day < reporting_day(now(), time_zone)
                ORDER BY day DESC
                """)
            .query((row, _) -> row.getObject("day", LocalDate.class))
            .list();
    for (LocalDate day : days) {
      if (stopping.getAsBoolean()) {
        return;
      }
      database
          .sql("SELECT 1 FROM keep_officer_hours(:day)")
          .param("day", day)
          .query()
          .singleValue();
    }
  }
}
