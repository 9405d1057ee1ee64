package io.calllog.persistence.analytics;

import io.calllog.application.analytics.port.out.TargetRepository;
import io.calllog.application.analytics.port.out.TargetViews;
import io.calllog.domain.analytics.PerDay;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import io.calllog.domain.analytics.TargetSubject;
import io.calllog.domain.shared.Conflict;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcTargetRepository implements TargetRepository, TargetViews {

  private final JdbcClient database;

  JdbcTargetRepository(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<Target> find(TargetSubject subject) {
    return find("SELECT * FROM targets WHERE subject_id = :subject", subject);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Target> findForUpdate(TargetSubject subject) {
    return find("SELECT * FROM targets WHERE subject_id = :subject FOR UPDATE", subject);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Target target) {
    int added =
        with(
                target,
                """
                INSERT INTO targets (subject_id, calls_per_day, connected_per_day, talk_seconds_per_day, first_day,
                                     created_at, updated_at, version)
                VALUES (:subject, :calls, :connected, :talkSeconds, :from, :createdAt, :updatedAt, :version)
                ON CONFLICT DO NOTHING
                """)
            .param("createdAt", Times.parameter(target.createdAt()))
            .update();
    if (added == 0) {
      throw Conflict.lostRace();
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Target update(Target target) {
    return with(
            target,
            """
            UPDATE targets
            SET calls_per_day = :calls, connected_per_day = :connected, talk_seconds_per_day = :talkSeconds,
                first_day = :from, updated_at = :updatedAt, version = version + 1
            WHERE subject_id = :subject AND version = :version
            RETURNING *
            """)
        .query((row, _) -> target(row, target.subject()))
        .optional()
        .orElseThrow(Conflict::lostRace);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Target target) {
    int removed =
        database
            .sql("DELETE FROM targets WHERE subject_id = :subject AND version = :version")
            .param("subject", target.subject().value())
            .param("version", target.version())
            .update();
    if (removed == 0) {
      throw Conflict.lostRace();
    }
  }

  /** Reads the columns of a target. */
  static TargetDetails details(ResultSet row) throws SQLException {
    return new TargetDetails(
        perDay(row, "calls_per_day"),
        perDay(row, "connected_per_day"),
        perDay(row, "talk_seconds_per_day"),
        row.getObject("first_day", LocalDate.class));
  }

  private Optional<Target> find(String sql, TargetSubject subject) {
    return database
        .sql(sql)
        .param("subject", subject.value())
        .query((row, _) -> target(row, subject))
        .optional();
  }

  private StatementSpec with(Target target, String sql) {
    TargetDetails details = target.details();
    return database
        .sql(sql)
        .param("subject", target.subject().value())
        .param("calls", value(details.callsPerDay()), Types.INTEGER)
        .param("connected", value(details.connectedPerDay()), Types.INTEGER)
        .param("talkSeconds", value(details.talkSecondsPerDay()), Types.INTEGER)
        .param("from", details.from())
        .param("updatedAt", Times.parameter(target.updatedAt()))
        .param("version", target.version());
  }

  private static Target target(ResultSet row, TargetSubject subject) throws SQLException {
    return new Target(
        subject,
        details(row),
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }

  private static @Nullable PerDay perDay(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : new PerDay(value);
  }

  private static @Nullable Integer value(@Nullable PerDay perDay) {
    return perDay == null ? null : perDay.value();
  }
}
