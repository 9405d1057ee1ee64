package io.calllog.persistence.shared;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a failed migration with an action instead of a stack trace. */
final class MigrationFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
    SQLException refusal = findCause(cause, SQLException.class);
    if (refusal == null) {
      return analysis(
          cause, "See \"Upgrade\" and \"Backup and restore\" in docs/operations.md.", cause);
    }
    String state = Objects.requireNonNullElse(refusal.getSQLState(), "");
    // Connections that fail or are rejected have an analyzer of their own.
    if (Stream.of("08", "28", "3D", "57P").anyMatch(state::startsWith)) {
      return null;
    }
    return analysis(refusal, action(state), cause);
  }

  /** PostgreSQL's states: no right; no such object; no such file; not available. */
  private static String action(String state) {
    return switch (state) {
      case "42501", "42704", "58P01", "0A000" ->
          "If this is about an extension, such as pg_trgm and its gin_trgm_ops: install PostgreSQL's"
              + " contrib package, let a superuser run CREATE EXTENSION pg_trgm in the database, and"
              + " let the search_path of the role contain the schema of the extension, for example:"
              + " ALTER ROLE calllog SET search_path = public, extensions. Otherwise, migrate as the"
              + " owner of the database. Then start again: the failed migration changed nothing.";
      default ->
          "Correct the cause and start again. A failed migration changed nothing, and indexes that"
              + " were not completed are built again.";
    };
  }

  private static FailureAnalysis analysis(Throwable reason, String action, Throwable cause) {
    String message = String.valueOf(reason.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    return new FailureAnalysis("The database cannot be migrated: " + message, action, cause);
  }
}
