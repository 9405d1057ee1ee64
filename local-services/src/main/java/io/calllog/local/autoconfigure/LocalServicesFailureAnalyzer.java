package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServicesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Reports a {@link LocalServicesException} with its action instead of a stack trace. */
public final class LocalServicesFailureAnalyzer
    extends AbstractFailureAnalyzer<LocalServicesException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, LocalServicesException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
