package io.calllog.persistence.shared;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports an unsupported server with an action instead of a stack trace. */
final class UnsupportedPostgresFailureAnalyzer
    extends AbstractFailureAnalyzer<UnsupportedPostgresException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedPostgresException cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Upgrade the server (a minor upgrade of 18 needs no dump), or set spring.datasource.url to"
            + " another one. Nothing was changed in this database.",
        cause);
  }
}
