package io.calllog.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A database on this machine. Others are rejected, because these programs fill and change a
 * database and must not be run on one that is in use.
 */
public record LocalDatabase(String url, String user, String password) {

  private static final Pattern LOCAL =
      Pattern.compile("jdbc:postgresql://(127\\.0\\.0\\.1|localhost)(:\\d+)?/[^,]+");

  public LocalDatabase {
    if (!LOCAL.matcher(url).matches()) {
      throw new Refused(
          "Only jdbc:postgresql://127.0.0.1:<port>/<database>, or localhost, not " + url);
    }
  }

  /**
   * From {@code -Durl}, {@code -Duser} and {@code -Dpassword}, or the application's environment.
   */
  public static LocalDatabase configured() {
    return at(setting("url", "SPRING_DATASOURCE_URL"));
  }

  /** Another database with the same user. */
  public static LocalDatabase at(String url) {
    return new LocalDatabase(
        url,
        setting("user", "SPRING_DATASOURCE_USERNAME"),
        setting("password", "SPRING_DATASOURCE_PASSWORD"));
  }

  public Connection connect() throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("ApplicationName", "load-tests");
    return DriverManager.getConnection(url, properties);
  }

  /** Host, port and name. */
  public String name() {
    return url.replaceAll("^jdbc:postgresql://|\\?.*$", "");
  }

  @Override
  public String toString() {
    return name();
  }

  private static String setting(String property, String variable) {
    String value = Settings.text(property, "");
    if (value.isEmpty()) {
      value = System.getenv().getOrDefault(variable, "");
    }
    if (value.isEmpty()) {
      throw new Refused("Say -D%s=… or set %s".formatted(property, variable));
    }
    return value;
  }
}
