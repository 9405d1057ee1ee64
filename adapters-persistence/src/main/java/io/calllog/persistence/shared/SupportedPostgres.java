package io.calllog.persistence.shared;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Checks the version of PostgreSQL: 18.6 or later is supported. */
public final class SupportedPostgres {

  private static final int OLDEST = 180_006;

  private SupportedPostgres() {}

  /**
   * Checks the server without changing anything.
   *
   * @throws UnsupportedPostgresException if the server is too old
   */
  public static void require(DataSource dataSource) {
    JdbcClient database = JdbcClient.create(dataSource);
    int number = database.sql("SHOW server_version_num").query(Integer.class).single();
    requireNumber(number, database.sql("SHOW server_version").query(String.class).single());
  }

  static void requireNumber(int number, String version) {
    if (number < OLDEST) {
      throw new UnsupportedPostgresException(version);
    }
  }
}
