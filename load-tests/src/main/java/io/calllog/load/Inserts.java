package io.calllog.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The statement that logs one call, and its parameters. */
final class Inserts implements JdbcLoad.Parameters {

  static final String SQL =
      """
      INSERT INTO calls (id, officer_id, client_id, region_key, type, outcome, duration_seconds,
                         started_at, comment, logged_by, logged_at, updated_at, fingerprint, version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final List<String> OUTCOMES =
      List.of("SUCCESSFUL", "SUCCESSFUL", "NO_ANSWER", "FOLLOW_UP", "MISSED", "BUSY");

  private final List<Client> clients;
  private final String comment;

  /**
   * @param officers the calls are of the first so many officers of the data set and their clients
   */
  Inserts(Connection connection, int officers, String comment) throws SQLException {
    this.clients = clients(connection, officers);
    this.comment = comment;
  }

  @Override
  public void set(PreparedStatement insert) throws SQLException {
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
    insert.setString(9, comment);
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

  private static List<Client> clients(Connection connection, int officers) throws SQLException {
    var clients = new ArrayList<Client>();
    try (var statement =
        connection.prepareStatement(
            """
            SELECT c.id, c.owner_id, c.region_key
            FROM generate_series(0, ? - 1) number
            JOIN clients c ON c.owner_id = load_tests.officer_id(number)
            """)) {
      statement.setInt(1, officers);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          clients.add(
              new Client(
                  rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getInt(3)));
        }
      }
    }
    return clients;
  }

  private record Client(UUID id, UUID officer, int regionKey) {}
}
