package io.calllog.bootstrap.startup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a {@link StartUpFailure} with its action instead of a stack trace. */
final class StartUpFailureAnalyzer extends AbstractFailureAnalyzer<StartUpFailure> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, StartUpFailure cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
