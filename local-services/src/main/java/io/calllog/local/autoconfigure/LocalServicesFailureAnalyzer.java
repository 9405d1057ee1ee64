package io.calllog.local.autoconfigure;

import io.calllog.local.LocalServicesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why the local services cannot be had, and what to do, instead of a stack trace. */
public final class LocalServicesFailureAnalyzer
    extends AbstractFailureAnalyzer<LocalServicesException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, LocalServicesException cause) {
    return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
  }
}
