package io.calllog.local;

/**
 * What a client needs to reach the local PostgreSQL. The user owns the database, so it may create
 * schemas and trusted extensions in it, and is no superuser.
 *
 * @param url of the application's database, for JDBC
 * @param username the owner of that database
 * @param password of that user
 */
public record PostgresConnection(String url, String username, String password) {

  /** Leaves the password out: this ends up in logs. */
  @Override
  public String toString() {
    return username + " at " + url;
  }
}
