package io.calllog.persistence.migration;

import io.calllog.application.migration.port.out.NodeDatabase;
import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.domain.shared.InvalidInput;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.springframework.stereotype.Repository;

@Repository
class JdbcNodeDatabase implements NodeDatabase {

  /** Reading takes as long as writing here. PostgreSQL before 17 does not know all of them. */
  private static final String NO_TIME_LIMITS =
      """
      SELECT set_config(name, '0', false) FROM pg_settings
      WHERE name IN ('statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')
      """;

  @Override
  public Snapshot open(NodeConnection source) {
    if (!source.url().startsWith("jdbc:postgresql:")) {
      throw new InvalidInput("url", "malformed", "must begin with jdbc:postgresql:");
    }
    try {
      Connection connection = DriverManager.getConnection(source.url(), properties(source));
      try {
        prepare(connection);
        return new JdbcNodeSnapshot(connection, tables(connection));
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw JdbcNodeSnapshot.unreadable(e);
    }
  }

  private static Properties properties(NodeConnection source) {
    var properties = new Properties();
    properties.setProperty("ApplicationName", "calllog import-node");
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("tcpKeepAlive", "true");
    if (source.user() != null) {
      properties.setProperty("user", source.user());
    }
    if (source.password() != null) {
      properties.setProperty("password", source.password());
    }
    return properties;
  }

  private static void prepare(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(NO_TIME_LIMITS);
      statement.execute("SET TIME ZONE 'UTC'");
    }
    connection.setAutoCommit(false);
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
  }

  /** The columns of each table: columns can be missing. */
  private static Map<NodeTable, Set<String>> tables(Connection connection) throws SQLException {
    Map<NodeTable, Set<String>> tables = new EnumMap<>(NodeTable.class);
    for (NodeTable table : NodeTable.values()) {
      Set<String> columns = new HashSet<>();
      try (Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  """
                  SELECT attname FROM pg_attribute
                  WHERE attrelid = to_regclass('%s') AND attnum > 0 AND NOT attisdropped
                  """
                      .formatted(table))) {
        while (row.next()) {
          columns.add(row.getString(1));
        }
      }
      if (!columns.contains("id")) {
        throw new InvalidInput(
            "url", "no-table", "has no table '%s' with a column 'id'".formatted(table));
      }
      tables.put(table, columns);
    }
    return tables;
  }
}
