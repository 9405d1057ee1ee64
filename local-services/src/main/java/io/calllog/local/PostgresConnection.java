package io.calllog.local;

/**
 * How to connect to the local PostgreSQL.
 *
 * @param url of the application's database, for JDBC
 * @param username the owner of the database, who is no superuser but can create trusted extensions
 */
public record PostgresConnection(String url, String username, String password) {

  /** Without the password, because logs contain this text. */
  @Override
  public String toString() {
    return username + " at " + url;
  }
}
