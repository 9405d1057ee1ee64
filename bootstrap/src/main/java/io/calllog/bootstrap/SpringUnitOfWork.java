package io.calllog.bootstrap;

import io.calllog.application.shared.port.out.UnitOfWork;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Repeats a transaction that lost a deadlock, limits concurrent writes, and translates database
 * failures.
 */
final class SpringUnitOfWork implements UnitOfWork {

  private final TransactionTemplate transaction;
  private final WriteLimit limit;

  /** Waits from 10 to 50 ms, as {@link UseCaseTransactions} does for whole use cases. */
  private final RetryTemplate retry =
      new RetryTemplate(
          RetryPolicy.builder()
              .predicate(DatabaseFailures::isDeadlock)
              .maxRetries(2)
              .delay(Duration.ofMillis(30))
              .jitter(Duration.ofMillis(20))
              .build());

  SpringUnitOfWork(PlatformTransactionManager manager, WriteLimit limit) {
    this.transaction = new TransactionTemplate(manager);
    this.limit = limit;
  }

  @Override
  @SuppressWarnings("NullAway") // Returns the result of the work, so null only if that is null.
  public <T> T write(Supplier<T> work) {
    try {
      return retry.invoke(() -> {
        limit.enter();
        try {
          return transaction.execute(_ -> work.get());
        } finally {
          limit.leave();
        }
      });
    } catch (RuntimeException e) {
      throw DatabaseFailures.translated(e);
    }
  }
}
