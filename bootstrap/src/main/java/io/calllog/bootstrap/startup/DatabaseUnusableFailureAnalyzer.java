package io.calllog.bootstrap.startup;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains a start that found no database to use: none that answers, or one that refuses us. */
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

  /** What the driver leaves out of its message, such as that the host's name is unknown. */
  private static String reason(SQLException failure) {
    Throwable cause = failure.getCause();
    return cause == null ? "" : " (%s)".formatted(cause);
  }

  /** Without the parameters of the address, one of which may be a password. */
  private String where() {
    String url = environment.getProperty("spring.datasource.url");
    return url == null ? "" : " at " + url.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
  }
}
