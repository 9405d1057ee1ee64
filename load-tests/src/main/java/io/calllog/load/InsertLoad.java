package io.calllog.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** Sessions that insert calls as the application does, one per transaction. */
final class InsertLoad implements AutoCloseable {

  /** Marks the calls, so that they can be deleted. */
  static final String COMMENT = "Logged by a load test.";

  private static final String INSERT =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                         started_at, comment, logged_by, logged_at, updated_at, fingerprint, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final List<String> OUTCOMES =
      List.of("SUCCESSFUL", "SUCCESSFUL", "NO_ANSWER", "FOLLOW_UP", "MISSED", "BUSY");

  private final List<Connection> sessions = new ArrayList<>();
  private final List<Client> clients;

  InsertLoad(LocalDatabase database, int threads) throws SQLException {
    for (int i = 0; i < threads; i++) {
      Connection session = database.connect();
      sessions.add(session);
      Statements.execute(session, "SET synchronous_commit = on");
    }
    clients = clients(sessions.getFirst());
  }

  /** Inserts calls for the given time and returns the number of calls per second. */
  double run(Duration time) throws SQLException, InterruptedException {
    long start = System.nanoTime();
    long end = start + time.toNanos();
    try (var threads = Executors.newFixedThreadPool(sessions.size())) {
      var counts = new ArrayList<Future<Long>>();
      for (Connection session : sessions) {
        Callable<Long> work = () -> logUntil(session, end);
        counts.add(threads.submit(work));
      }
      long calls = 0;
      for (Future<Long> count : counts) {
        calls += count.get();
      }
      return calls * 1e9 / (System.nanoTime() - start);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    for (Connection session : sessions) {
      session.close();
    }
  }

  private long logUntil(Connection session, long end) throws SQLException {
    long count = 0;
    try (var insert = session.prepareStatement(INSERT)) {
      while (System.nanoTime() - end < 0) {
        set(insert);
        insert.executeUpdate();
        count++;
      }
    }
    return count;
  }

  private void set(PreparedStatement insert) throws SQLException {
    var random = ThreadLocalRandom.current();
    long millis = System.currentTimeMillis();
    var time = Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
    Client client = clients.get(random.nextInt(clients.size()));
    insert.setObject(1, id(millis, random));
    insert.setObject(2, client.officer());
    insert.setObject(3, client.id());
    insert.setInt(4, client.regionKey());
    insert.setString(5, random.nextInt(3) == 0 ? "INCOMING" : "OUTGOING");
    insert.setString(6, OUTCOMES.get(random.nextInt(OUTCOMES.size())));
    insert.setInt(7, random.nextInt(1_800));
    insert.setObject(8, time);
    insert.setString(9, COMMENT);
    insert.setObject(10, client.officer());
    insert.setObject(11, time);
    insert.setObject(12, time);
    insert.setNull(13, Types.BINARY);
  }

  private static UUID id(long millis, ThreadLocalRandom random) {
    return new UUID(
        millis << 16 | 0x7000 | random.nextInt(0x1000),
        random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L);
  }

  private static List<Client> clients(Connection connection) throws SQLException {
    var clients = new ArrayList<Client>();
    try (var statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id, owner_id, region_key FROM clients WHERE owner_id IS NOT NULL")) {
      while (rows.next()) {
        clients.add(
            new Client(
                rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getInt(3)));
      }
    }
    return clients;
  }

  private record Client(UUID id, UUID officer, int regionKey) {}
}
