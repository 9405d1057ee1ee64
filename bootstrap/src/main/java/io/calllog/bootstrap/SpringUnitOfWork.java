package io.calllog.bootstrap;

import io.calllog.application.shared.port.out.UnitOfWork;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions by Spring. The advice of the use case translates database failures. */
final class SpringUnitOfWork implements UnitOfWork {

  private final TransactionTemplate transaction;

  SpringUnitOfWork(PlatformTransactionManager manager) {
    this.transaction = new TransactionTemplate(manager);
  }

  @Override
  @SuppressWarnings("NullAway") // execute() returns null only if the work does
  public <T> T write(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
