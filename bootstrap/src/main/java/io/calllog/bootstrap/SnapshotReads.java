package io.calllog.bootstrap;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has a reading use case see one snapshot: a history and the totals beside it are of the same
 * moment (ADR 0016). The level is set inside of the transaction, by one statement. Spring would ask
 * for the session's level, set it, and set it back: three.
 */
final class SnapshotReads implements MethodInterceptor {

  private final BeanFactory beans;

  SnapshotReads(BeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      beans
          .getBean(JdbcClient.class)
          .sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
          .update();
    }
    return invocation.proceed();
  }
}
