package io.calllog.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A database on this machine. Others are refused: what these programs do to a database is nothing
 * for one that somebody needs.
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

  /** As {@code -Durl}, {@code -Duser}, {@code -Dpassword} or the application's environment say. */
  public static LocalDatabase asSet() {
    return at(setting("url", "SPRING_DATASOURCE_URL"));
  }

  /** Another one, for the same user. */
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

  /** Its name and port, for people. */
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
