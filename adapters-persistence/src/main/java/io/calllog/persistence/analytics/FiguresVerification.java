package io.calllog.persistence.analytics;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.domain.analytics.ReportingZone;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the figures with the calls, some days every hour: the current day and the one before,
 * those that were wrong, and others in turn, from the newest to the oldest one. Corrects nothing.
 * The wrong days are the data of the job, so that all nodes can publish their number.
 */
@Component
class FiguresVerification {

  private static final Logger LOG = LoggerFactory.getLogger(FiguresVerification.class);

  private static final int DAYS_IN_TURN = 24;
  private static final int WRONG_DAYS = 10;

  /**
   * The data of the job.
   *
   * @param next the first of the other days to compare; null if it is the newest one
   * @param wrong the days whose figures were wrong when they were last compared
   */
  record Progress(@Nullable LocalDate next, SortedSet<LocalDate> wrong) {}

  private final CallRollUp rollUp;
  private final JdbcClient database;
  private final ReportingZone zone;
  private final InstantSource clock;

  FiguresVerification(
      CallRollUp rollUp, JdbcClient database, ReportingZone zone, InstantSource clock) {
    this.rollUp = rollUp;
    this.database = database;
    this.zone = zone;
    this.clock = clock;
  }

  @Bean
  RecurringTask<Progress> figuresVerificationJob() {
    return Tasks.recurring("figures-verification", FixedDelay.ofHours(1), Progress.class)
        .initialData(new Progress(null, new TreeSet<>()))
        .executeStateful((job, context) ->
            verify(job.getData(), () -> context.getSchedulerState().isShuttingDown()));
  }

  /** Each day is compared in a snapshot of its own. Returns the data for the next run. */
  Progress verify(Progress progress, BooleanSupplier stopping) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone.id());
    Set<LocalDate> days = new LinkedHashSet<>();
    days.add(today);
    days.add(today.minusDays(1));
    progress.wrong().stream().limit(WRONG_DAYS).forEach(days::add);
    LocalDate next = progress.next() == null ? today.minusDays(2) : progress.next();
    LocalDate oldest = oldestDay(today);
    for (int i = 0; i < DAYS_IN_TURN && !next.isBefore(oldest); i++) {
      days.add(next);
      next = next.minusDays(1);
    }
    SortedSet<LocalDate> wrong = new TreeSet<>(progress.wrong());
    for (LocalDate day : days) {
      if (stopping.getAsBoolean()) {
        return new Progress(progress.next(), wrong);
      }
      if (rollUp.differences(day).isEmpty()) {
        wrong.remove(day);
      } else {
        wrong.add(day);
      }
    }
    if (!wrong.isEmpty()) {
      LOG.warn(
          "The figures of {} days from {} to {} differ from their calls. An administrator can rebuild them",
          wrong.size(),
          wrong.first(),
          wrong.last());
    }
    return new Progress(next.isBefore(oldest) ? null : next, wrong);
  }

  /** The day of the oldest call, in any time zone, or of the oldest figure. */
  private LocalDate oldestDay(LocalDate today) {
    return database
        .sql(
            """
            SELECT least((SELECT min(day) FROM officer_days), (SELECT min(started_at)::date - 1 FROM calls), :today)
            """)
        .param("today", today)
        .query(LocalDate.class)
        .single();
  }
}
