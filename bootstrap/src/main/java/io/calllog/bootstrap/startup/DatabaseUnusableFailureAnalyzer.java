package io.calllog.bootstrap.startup;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Reports a database that cannot be reached or rejects the connection. */
final class DatabaseUnusableFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  private final Environment environment;

  DatabaseUnusableFailureAnalyzer(Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    SQLException first = innermost(cause);
    String state = Objects.requireNonNullElse(first.getSQLState(), "");
    // No connection; wrong user or password; no such database; starting up or shutting down.
    if (Stream.of("08", "28", "3D", "57P").noneMatch(state::startsWith)) {
      return null;
    }
    return new FailureAnalysis(
        "PostgreSQL%s cannot be used: %s%s".formatted(where(), first.getMessage(), reason(first)),
        "Check that PostgreSQL runs and can be reached, and check the settings"
            + " SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
        rootFailure);
  }

  private static SQLException innermost(SQLException outer) {
    SQLException found = outer;
    for (Throwable next = outer; next != null; next = next.getCause()) {
      if (next instanceof SQLException sql) {
        found = sql;
      }
    }
    return found;
  }

  /** The cause, which the message of the driver does not contain, such as an unknown host. */
  private static String reason(SQLException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? "" : " (%s)".formatted(cause);
  }

  /** The URL without user and parameters, because they can contain a password. */
  private String where() {
    String url = environment.getProperty("spring.datasource.url");
    return url == null ? "" : " at " + url.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
  }
}
