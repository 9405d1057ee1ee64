package io.calllog.persistence.shared;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports that the migrations cannot create or use the extension for searching. */
final class ExtensionFailureAnalyzer extends AbstractFailureAnalyzer<FlywayException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, FlywayException cause) {
    if (cause.getMessage() == null || !cause.getMessage().contains("pg_trgm")) {
      return null;
    }
    Throwable reason = cause;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    return new FailureAnalysis(
        "The migrations cannot use the extension pg_trgm: %s".formatted(reason.getMessage()),
        "Let a superuser install PostgreSQL's contrib package, run CREATE EXTENSION pg_trgm in this"
            + " database, and GRANT USAGE on its schema to the owner of the tables.",
        rootFailure);
  }
}
