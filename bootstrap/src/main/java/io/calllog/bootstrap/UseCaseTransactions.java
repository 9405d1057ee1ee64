package io.calllog.bootstrap;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import java.time.Duration;
import java.util.EnumSet;
import org.aopalliance.aop.Advice;
import org.aopalliance.intercept.MethodInterceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.resilience.retry.MethodRetrySpec;
import org.springframework.resilience.retry.SimpleRetryInterceptor;
import org.springframework.transaction.interceptor.MatchAlwaysTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.util.function.SingletonSupplier;

/**
 * Runs each use case in the transaction that its {@link UseCase} annotation names, retries a {@code
 * WRITE} at most twice after a deadlock, limits concurrent writes, and translates database
 * failures.
 *
 * <p>The advisors are infrastructure beans, because without AspectJ Spring ignores all others.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
@Import(WriteLimit.class)
class UseCaseTransactions {

  private static final Logger LOG = LoggerFactory.getLogger(UseCaseTransactions.class);

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseFailureTranslation() {
    MethodInterceptor translation =
        invocation -> {
          try {
            return invocation.proceed();
          } catch (RuntimeException e) {
            throw DatabaseFailures.translated(e);
          }
        };
    return around(0, translation, TxMode.WRITE, TxMode.NONE);
  }

  /**
   * Repeats a {@code WRITE}: its transaction spans the whole use case, so nothing of it is left. In
   * the mode {@code NONE}, {@link SpringUnitOfWork} repeats its transactions.
   */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseRetry() {
    MethodRetryPredicate lostDeadlock =
        (method, failure) -> {
          boolean lost = DatabaseFailures.isDeadlock(failure);
          if (lost) {
            LOG.info("{} was rolled back because of a deadlock", method);
          }
          return lost;
        };
    // The delay is from 10 to 50 ms, so that the two transactions do not deadlock again.
    Duration delay = Duration.ofMillis(30);
    Duration jitter = Duration.ofMillis(20);
    var twice = new MethodRetrySpec(lostDeadlock, 2, delay, jitter, 1, delay.plus(jitter));
    return around(1, new SimpleRetryInterceptor(twice), TxMode.WRITE);
  }

  /** In the mode {@code NONE}, {@link SpringUnitOfWork} limits its transactions. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseWriteLimit(BeanFactory beans) {
    var limit = SingletonSupplier.of(() -> beans.getBean(WriteLimit.class));
    MethodInterceptor limited =
        invocation -> {
          limit.obtain().enter();
          try {
            return invocation.proceed();
          } finally {
            limit.obtain().leave();
          }
        };
    return around(2, limited, TxMode.WRITE);
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseWriteTransaction(BeanFactory beans) {
    return around(3, transaction(beans), TxMode.WRITE);
  }

  /**
   * Looks up the transaction manager on first use. Injecting it would start Hibernate too early.
   */
  private static TransactionInterceptor transaction(BeanFactory beans) {
    var interceptor = new TransactionInterceptor();
    interceptor.setTransactionAttributeSource(new MatchAlwaysTransactionAttributeSource());
    interceptor.setBeanFactory(beans);
    return interceptor;
  }

  private static Advisor around(int order, Advice advice, TxMode mode, TxMode... more) {
    var modes = EnumSet.of(mode, more);
    ClassFilter useCases =
        type -> {
          UseCase useCase = type.getAnnotation(UseCase.class);
          return useCase != null && modes.contains(useCase.value());
        };
    var advisor = new DefaultPointcutAdvisor(new ComposablePointcut(useCases), advice);
    advisor.setOrder(order);
    return advisor;
  }
}
