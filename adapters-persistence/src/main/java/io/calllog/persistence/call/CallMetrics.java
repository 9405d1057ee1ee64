package io.calllog.persistence.call;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Metrics of logging calls. Thread-safe. */
@Component
final class CallMetrics {

  private final Counter logged;
  private final Counter repeated;
  private final DistributionSummary perTransaction;

  CallMetrics(MeterRegistry meters) {
    this.logged =
        Counter.builder("calllog.calls.logged")
            .description("Calls that were logged")
            .register(meters);
    this.repeated =
        Counter.builder("calllog.calls.repeated")
            .description("Calls that were not logged because their id was already in use")
            .register(meters);
    this.perTransaction =
        DistributionSummary.builder("calllog.calls.per.transaction")
            .description("Calls that one transaction was given to log")
            .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
            .register(meters);
  }

  /** Counts calls as soon as the current transaction has committed. */
  void count(int given, int added) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            logged.increment(added);
            repeated.increment(given - added);
            perTransaction.record(given);
          }
        });
  }
}
