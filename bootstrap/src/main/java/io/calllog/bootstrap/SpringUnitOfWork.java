package io.calllog.bootstrap;

import io.calllog.application.shared.port.out.UnitOfWork;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Failures of the database are translated by the interceptor around the use case. */
final class SpringUnitOfWork implements UnitOfWork {

  private final TransactionTemplate transaction;

  SpringUnitOfWork(PlatformTransactionManager manager) {
    this.transaction = new TransactionTemplate(manager);
  }

  @Override
  @SuppressWarnings("NullAway") // execute() answers what the work does, null for null only
  public <T> T write(Supplier<T> work) {
    return transaction.execute(status -> work.get());
  }
}
