package io.calllog.api.analytics;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * Writes random changes of calls to the database in all ways that SQL offers, including those that
 * only imports, migrations or psql use. Thread-safe, if each thread has its own connection and
 * source of random numbers.
 */
final class History {

  private static final List<String> TYPES = List.of("INCOMING", "OUTGOING");
  private static final List<String> OUTCOMES =
      List.of("SUCCESSFUL", "MISSED", "FOLLOW_UP", "NO_ANSWER", "BUSY", "OTHER");
  private static final String DEADLOCK = "40P01";
  private static final String COLUMNS =
      "id, officer_id, region_key, type, outcome, duration_seconds, started_at, comment, logged_by,"
          + " logged_at, updated_at, deleted_at, client_id";

  private final List<UUID> officers;
  private final List<UUID> clients;
  private final List<Integer> regions;
  private final List<Instant> centres;
  private final List<Call> calls = new CopyOnWriteArrayList<>();

  /** A changed start must stay near the time in the id. */
  private record Call(UUID id, Instant made) {}

  /**
   * Calls of these officers with these clients in the regions with these keys, within some days of
   * each of these times.
   */
  History(List<UUID> officers, List<UUID> clients, List<Integer> regions, List<Instant> centres) {
    this.officers = officers;
    this.clients = clients;
    this.regions = regions;
    this.centres = centres;
  }

  /** Makes one random change, and repeats it after a deadlock. */
  void change(Connection connection, Random random) throws SQLException, IOException {
    long seed = random.nextLong();
    while (true) {
      try {
        change(connection, new Random(seed), random.nextInt(100));
        return;
      } catch (SQLException e) {
        if (!DEADLOCK.equals(e.getSQLState())) {
          throw e;
        }
      }
    }
  }

  private void change(Connection connection, Random random, int kind)
      throws SQLException, IOException {
    if (kind < 40 || calls.size() < 50) {
      insert(connection, random, 1);
    } else if (kind < 48) {
      insert(connection, random, 2 + random.nextInt(30));
    } else if (kind < 52) {
      copy(connection, random, 1 + random.nextInt(60));
    } else if (kind < 56) {
      intoPartition(connection, random);
    } else if (kind < 60) {
      updateClient(connection, random);
    } else if (kind < 90) {
      update(connection, random);
    } else {
      execute(connection, "DELETE FROM calls WHERE id = ?", any(random).id());
    }
  }

  private void insert(Connection connection, Random random, int rows) throws SQLException {
    List<Call> added = Stream.generate(() -> next(random)).limit(rows).toList();
    String values =
        String.join(
            ", ",
            added.stream().map(call -> "(" + literals(call, random, ", ", "'") + ")").toList());
    execute(connection, "INSERT INTO calls (%s) VALUES %s".formatted(COLUMNS, values));
    calls.addAll(added);
  }

  private void copy(Connection connection, Random random, int rows)
      throws SQLException, IOException {
    List<Call> added = Stream.generate(() -> next(random)).limit(rows).toList();
    String lines =
        String.join(
            "", added.stream().map(call -> literals(call, random, ",", "") + "\n").toList());
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "COPY calls (%s) FROM STDIN (FORMAT csv, NULL 'NULL')".formatted(COLUMNS),
            new StringReader(lines));
    calls.addAll(added);
  }

  /** Writes to the partition, so that only its own triggers fire. */
  private void intoPartition(Connection connection, Random random) throws SQLException {
    Call call = next(random);
    String partition;
    try (PreparedStatement find =
        connection.prepareStatement(
            """
            SELECT coalesce(
                to_regclass(to_char(? AT TIME ZONE 'UTC', '"calls_"YYYY_MM'))::text,
                (SELECT inhrelid::regclass::text FROM pg_inherits
                 WHERE inhparent = 'calls'::regclass AND inhrelid::regclass::text LIKE '%before%'))
            """)) {
      find.setTimestamp(1, Timestamp.from(call.made()));
      try (var row = find.executeQuery()) {
        row.next();
        partition = row.getString(1);
      }
    }
    execute(
        connection,
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(partition, COLUMNS, literals(call, random, ", ", "'")));
    execute(
        connection,
        "UPDATE %s SET duration_seconds = duration_seconds + 1 WHERE id = ?".formatted(partition),
        call.id());
    calls.add(call);
  }

  private void update(Connection connection, Random random) throws SQLException {
    Call call = any(random);
    String change =
        switch (random.nextInt(10)) {
          case 0 -> "type = '%s'".formatted(one(TYPES, random));
          case 1 -> "outcome = '%s'".formatted(one(OUTCOMES, random));
          case 2 -> "duration_seconds = " + random.nextInt(3_600);
          case 3 -> "started_at = '%s'".formatted(near(call.made(), random));
          case 4 -> "region_key = " + one(regions, random);
          case 5 -> "officer_id = '%s'".formatted(one(officers, random));
          case 6 -> "comment = 'changed'";
          case 8 -> "client_id = '%s'".formatted(one(clients, random));
          case 7 -> "deleted_at = CASE WHEN deleted_at IS NULL THEN now() END";
          default -> "type = 'INCOMING', outcome = 'OTHER', duration_seconds = 1";
        };
    if (random.nextInt(10) == 0) { // many calls, of the officer with the most calls
      execute(
          connection,
          "UPDATE calls SET %s WHERE officer_id = ? AND started_at BETWEEN '%s' AND '%s'"
              .formatted(
                  change.contains("started_at") ? "version = version + 1" : change,
                  call.made().minus(Duration.ofHours(3)),
                  call.made()),
          officers.getFirst());
    } else {
      execute(connection, "UPDATE calls SET %s WHERE id = ?".formatted(change), call.id());
    }
  }

  /** Changes who is to call a client, how often, where, and whether it is deleted. */
  private void updateClient(Connection connection, Random random) throws SQLException {
    String change =
        switch (random.nextInt(4)) {
          case 0 -> "call_every = nullif(%s, 0)".formatted(random.nextInt(10) * 50);
          case 1 -> "owner_id = '%s'".formatted(one(officers, random));
          case 2 -> "region_key = " + one(regions, random);
          default -> "deleted_at = CASE WHEN deleted_at IS NULL THEN now() END";
        };
    execute(
        connection, "UPDATE clients SET %s WHERE id = ?".formatted(change), one(clients, random));
  }

  private String literals(Call call, Random random, String separator, String quote) {
    String officer = one(officers, random).toString();
    Instant start = near(call.made(), random);
    return String.join(
        separator,
        quote + call.id() + quote,
        quote + officer + quote,
        one(regions, random).toString(),
        quote + one(TYPES, random) + quote,
        quote + one(OUTCOMES, random) + quote,
        String.valueOf(random.nextInt(1_800)),
        quote + start + quote,
        "NULL",
        quote + officer + quote,
        quote + start + quote,
        quote + start + quote,
        random.nextInt(20) == 0 ? quote + start + quote : "NULL",
        random.nextInt(3) == 0 ? "NULL" : quote + one(clients, random) + quote);
  }

  /** A time within three days of one of the times. */
  private Call next(Random random) {
    Instant made =
        one(centres, random)
            .plusMillis((long) (random.nextGaussian() * Duration.ofHours(24).toMillis()));
    UUID id =
        new UUID(
            made.toEpochMilli() << 16 | 0x7000L | random.nextInt(0x1000),
            random.nextLong() >>> 2 | 1L << 63);
    return new Call(id, made);
  }

  private static Instant near(Instant made, Random random) {
    return made.plusSeconds(random.nextInt(80_000) - 40_000);
  }

  private Call any(Random random) {
    return one(calls, random);
  }

  /** Prefers the first elements, so that writers often change the same days. */
  private static <T> T one(List<T> all, Random random) {
    double chance = random.nextDouble();
    return all.get((int) (chance * chance * all.size()));
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
