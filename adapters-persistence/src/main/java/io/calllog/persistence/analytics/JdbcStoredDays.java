package io.calllog.persistence.analytics;

import io.calllog.application.migration.port.out.StoredDays;
import io.calllog.application.migration.view.OfficerDay;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcStoredDays implements StoredDays {

  private final JdbcClient database;

  JdbcStoredDays(JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<OfficerDay> days(LocalDate from, LocalDate to) {
    return database
        .sql(
            """
            SELECT day, officer_id, sum(calls) AS calls, sum(connected) AS connected, sum(seconds) AS seconds
            FROM officer_days
            WHERE day >= :from AND day < :to
            GROUP BY day, officer_id
            HAVING sum(calls) <> 0
            ORDER BY day, officer_id
            """)
        .param("from", from)
        .param("to", to)
        .query((row, _) ->
            new OfficerDay(
                row.getObject("day", LocalDate.class),
                row.getObject("officer_id", UUID.class),
                row.getLong("calls"),
                row.getLong("connected"),
                row.getLong("seconds")))
        .list();
  }
}
