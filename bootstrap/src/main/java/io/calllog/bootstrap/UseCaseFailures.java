package io.calllog.bootstrap;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;

/**
 * Around every use case: a failure of the database leaves as one that the core knows. A use case
 * that lost a deadlock was undone as a whole and is tried again, twice at most.
 */
final class UseCaseFailures implements MethodInterceptor {

  private static final Logger LOG = LoggerFactory.getLogger(UseCaseFailures.class);
  private static final int ATTEMPTS = 3;

  @Override
  public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(invocation);
      } catch (RuntimeException e) {
        if (attempt == ATTEMPTS || !DatabaseFailures.isDeadlock(e) || !isUndone(invocation)) {
          throw DatabaseFailures.translated(e);
        }
        LOG.info("Attempt {} of {} lost a deadlock.", attempt, invocation.getMethod());
        letTheOtherGoOn();
      }
    }
  }

  /** An invocation can proceed only once; each attempt needs its own. */
  private static @Nullable Object attempt(MethodInvocation invocation) throws Throwable {
    return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
  }

  /** At once the two could meet again: the winner may not have been woken yet. */
  private static void letTheOtherGoOn() {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(10_000_000, 50_000_000));
  }

  /** Only where the transaction spans the whole use case is nothing of it left. */
  private static boolean isUndone(MethodInvocation invocation) {
    Object service = invocation.getThis();
    UseCase useCase = service == null ? null : service.getClass().getAnnotation(UseCase.class);
    return useCase != null && useCase.value() == TxMode.WRITE;
  }
}
