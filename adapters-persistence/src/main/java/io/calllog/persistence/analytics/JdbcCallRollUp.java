package io.calllog.persistence.analytics;

import io.calllog.application.analytics.port.out.CallRollUp;
import io.calllog.application.analytics.view.Difference;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Calls the functions of the migration that creates {@code officer_days}. */
@Repository
class JdbcCallRollUp implements CallRollUp {

  private final JdbcClient database;

  JdbcCallRollUp(JdbcClient database) {
    this.database = database;
  }

  @Override
  public String timeZone() {
    return database.sql("SELECT time_zone FROM reporting").query(String.class).single();
  }

  @Override
  public boolean isKnown(ReportingZone zone) {
    return database
        .sql("SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = :zone)")
        .param("zone", zone.toString())
        .query(Boolean.class)
        .single();
  }

  @Override
  public List<Difference> differences(LocalDate day) {
    return differences("officer_day_differences", day);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Difference> rebuild(LocalDate day) {
    return differences("rebuild_officer_day", day);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public List<LocalDate> changeTimeZone(ReportingZone zone) {
    if (!isKnown(zone)) {
      throw new InvalidInput(
          "timeZone", "unknown-value", "must be a time zone that PostgreSQL knows");
    }
    // The operator decides how long the command that changes the zone may take.
    database.sql("SET LOCAL statement_timeout = 0").update();
    database.sql("SET LOCAL transaction_timeout = 0").update();
    database.sql("SET LOCAL idle_in_transaction_session_timeout = 0").update();
    database.sql("SET LOCAL lock_timeout = 0").update();
    return database
        .sql("SELECT first_day, last_day FROM change_reporting_time_zone(:zone)")
        .param("zone", zone.toString())
        .query(JdbcCallRollUp::days)
        .single();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void count(LocalDate day) {
    database.sql("SELECT 1 FROM count_officer_day(:day)").param("day", day).query().singleValue();
  }

  private List<Difference> differences(String function, LocalDate day) {
    return database
        .sql(
            "SELECT * FROM %s(:day) LEFT JOIN regions ON key = region_key ORDER BY 1, path, figure"
                .formatted(function))
        .param("day", day)
        .query((row, _) ->
            new Difference(
                day,
                new OfficerId(row.getObject("officer_id", UUID.class)),
                row.getString("path"),
                row.getString("figure"),
                row.getLong("kept"),
                row.getLong("counted")))
        .list();
  }

  private static List<LocalDate> days(ResultSet row, int number) throws SQLException {
    @Nullable LocalDate first = row.getObject("first_day", LocalDate.class);
    return first == null
        ? List.of()
        : first.datesUntil(row.getObject("last_day", LocalDate.class).plusDays(1)).toList();
  }
}
