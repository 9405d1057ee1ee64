package io.calllog.application.migration.view;

import org.jspecify.annotations.Nullable;

/**
 * How to connect to the database of the Node backend.
 *
 * @param url a JDBC URL
 * @param user null if the URL contains it
 * @param password null if none is needed
 */
public record NodeConnection(String url, @Nullable String user, @Nullable String password) {

  /** Hides the password, which the URL can contain too. */
  @Override
  public String toString() {
    return "NodeConnection[hidden]";
  }
}
