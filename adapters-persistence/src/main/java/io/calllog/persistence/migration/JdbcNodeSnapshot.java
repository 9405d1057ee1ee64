package io.calllog.persistence.migration;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.view.NodeCall;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeOfficer;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.migration.view.OfficerDay;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.persistence.shared.Times;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One read-only transaction. A cursor of the server reads the rows, so few are in memory. */
final class JdbcNodeSnapshot implements Snapshot {

  private static final int DAYS_AT_A_TIME = 5_000;
  private static final Set<String> TIMES = Set.of("createdAt", "updatedAt", "timestamp");

  /** Later times are as wrong, and the last ones of PostgreSQL do not fit the id of a call. */
  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final Connection connection;
  private final Map<NodeTable, Set<String>> columns;

  /** Reads one row. */
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  JdbcNodeSnapshot(Connection connection, Map<NodeTable, Set<String>> columns) {
    this.connection = connection;
    this.columns = columns;
  }

  @Override
  public long count(NodeTable table) {
    List<Long> count = new ArrayList<>();
    read("SELECT count(*) FROM " + table, 1, List.of(), row -> row.getLong(1), count::addAll);
    return count.getFirst();
  }

  @Override
  public void readOfficers(int batchSize, Consumer<List<NodeOfficer>> batch) {
    String sql =
        "SELECT %s FROM officers ORDER BY \"createdAt\" NULLS LAST, id"
            .formatted(
                list(
                    NodeTable.OFFICERS,
                    "id",
                    "name",
                    "email",
                    "password",
                    "contactInfo",
                    "region",
                    "status",
                    "createdAt",
                    "updatedAt"));
    read(
        sql,
        batchSize,
        List.of(),
        row ->
            new NodeOfficer(
                row.getString("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("password"),
                row.getString("contactInfo"),
                row.getString("region"),
                row.getString("status"),
                time(row, "createdAt"),
                time(row, "updatedAt")),
        batch);
  }

  @Override
  public void readClients(int batchSize, Consumer<List<NodeClient>> batch) {
    String sql =
        "SELECT %s FROM clients"
            .formatted(
                list(
                    NodeTable.CLIENTS,
                    "id",
                    "name",
                    "contactInfo",
                    "region",
                    "status",
                    "createdAt",
                    "updatedAt"));
    read(
        sql,
        batchSize,
        List.of(),
        row ->
            new NodeClient(
                row.getString("id"),
                row.getString("name"),
                row.getString("contactInfo"),
                row.getString("region"),
                row.getString("status"),
                time(row, "createdAt"),
                time(row, "updatedAt")),
        batch);
  }

  @Override
  public void readCalls(int batchSize, Consumer<List<NodeCall>> batch) {
    String sql =
        "SELECT %s FROM calls ORDER BY \"timestamp\" NULLS LAST"
            .formatted(
                list(
                    NodeTable.CALLS,
                    "id",
                    "officerId",
                    "clientId",
                    "duration",
                    "callType",
                    "callOutcome",
                    "comment",
                    "timestamp",
                    "createdAt",
                    "updatedAt"));
    read(
        sql,
        batchSize,
        List.of(),
        row ->
            new NodeCall(
                row.getString("id"),
                row.getString("officerId"),
                row.getString("clientId"),
                row.getString("duration"),
                row.getString("callType"),
                row.getString("callOutcome"),
                row.getString("comment"),
                time(row, "timestamp"),
                time(row, "createdAt"),
                time(row, "updatedAt")),
        batch);
  }

  @Override
  public Set<UUID> existing(NodeTable table, Collection<UUID> ids) {
    Set<UUID> existing = new HashSet<>();
    read(
        "SELECT id::text FROM %s WHERE id = ANY (?)".formatted(table),
        ids.size() + 1,
        List.of(array(ids)),
        row -> UUID.fromString(row.getString("id")),
        existing::addAll);
    return existing;
  }

  @Override
  public Map<UUID, Instant> timesOfCalls(Collection<UUID> ids) {
    Map<UUID, Instant> times = new HashMap<>();
    read(
        "SELECT %s FROM calls WHERE id = ANY (?)"
            .formatted(list(NodeTable.CALLS, "id", "timestamp")),
        ids.size() + 1,
        List.of(array(ids)),
        row -> {
          Instant time = time(row, "timestamp");
          if (time != null) {
            times.put(UUID.fromString(row.getString("id")), time);
          }
          return true;
        },
        _ -> {});
    return times;
  }

  @Override
  public void readDays(ReportingZone zone, LocalDate from, LocalDate to, Consumer<OfficerDay> day) {
    // The day is that of reporting_day, which the Node backend's database does not have.
    String sql =
        """
        SELECT day, officer, count(*) AS calls,
               count(*) FILTER (WHERE outcome IN ('SUCCESSFUL', 'FOLLOWUP')) AS connected,
               sum(CASE WHEN seconds BETWEEN 0 AND 86400 THEN round(seconds) ELSE 0 END) AS seconds
        FROM (
          SELECT CASE WHEN "officerId" ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN lower("officerId") END AS officer,
                 regexp_replace(upper("callOutcome"), '[^A-Z]', '', 'g') AS outcome,
                 CASE WHEN btrim(duration) ~ '^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)(e[+-]?[0-9]{1,3})?$'
                      THEN btrim(duration)::numeric END AS seconds,
                 date - ("timestamp" < least(
                     date::timestamp AT TIME ZONE zone,
                     ((date - interval '1 microsecond') AT TIME ZONE zone) + interval '1 microsecond'))::integer AS day
          FROM (SELECT *, ("timestamp" AT TIME ZONE zone)::date AS date
                FROM (SELECT %s FROM calls) calls, (SELECT cast(? AS text) AS zone) zones
                WHERE "timestamp" >= ? AND "timestamp" < ?) calls
        ) calls
        GROUP BY 1, 2
        ORDER BY day, officer COLLATE "C" NULLS LAST
        """
            .formatted(list(NodeTable.CALLS, "officerId", "callOutcome", "duration", "timestamp"));
    read(
        sql,
        DAYS_AT_A_TIME,
        List.of(
            zone.toString(),
            Times.parameter(from.atStartOfDay(zone.id()).toInstant()),
            Times.parameter(to.atStartOfDay(zone.id()).toInstant())),
        row -> {
          @Nullable String officer = row.getString("officer");
          return new OfficerDay(
              row.getObject("day", LocalDate.class),
              officer == null ? null : UUID.fromString(officer),
              row.getLong("calls"),
              row.getLong("connected"),
              row.getLong("seconds"));
        },
        days -> days.forEach(day));
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** The columns as text or as times; NULL for a column that the table does not have. */
  private String list(NodeTable table, String... names) {
    return Stream.of(names)
        .map(name -> {
          String type = TIMES.contains(name) ? "timestamptz" : "text";
          String column =
              requireNonNull(columns.get(table)).contains(name) ? '"' + name + '"' : "NULL";
          return "%s::%s AS \"%s\"".formatted(column, type, name);
        })
        .collect(joining(", "));
  }

  private Object array(Collection<UUID> ids) {
    try {
      return connection.createArrayOf("uuid", ids.toArray());
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private <T> void read(
      String sql, int batchSize, List<Object> parameters, Row<T> row, Consumer<List<T>> batch) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setFetchSize(batchSize);
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> read = new ArrayList<>();
        while (rows.next()) {
          read.add(row.read(rows));
          if (read.size() == batchSize) {
            batch.accept(List.copyOf(read));
            read.clear();
          }
        }
        if (!read.isEmpty()) {
          batch.accept(List.copyOf(read));
        }
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    Instant time = Times.readNullable(row, column);
    return time == null || time.isBefore(LATEST) ? time : LATEST;
  }

  static InvalidInput unreadable(SQLException failure) {
    return new InvalidInput("url", "unreadable", "cannot be read: " + failure.getMessage());
  }
}
