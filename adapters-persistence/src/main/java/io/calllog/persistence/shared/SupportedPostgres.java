package io.calllog.persistence.shared;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The releases of PostgreSQL that this application can be run on: 18.6 and later. */
public final class SupportedPostgres {

  private static final int OLDEST = 180_006;

  private SupportedPostgres() {}

  /**
   * Refuses a server that is too old; changes nothing.
   *
   * @throws UnsupportedPostgresException when it is
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
