package io.calllog.bootstrap;

import io.calllog.application.shared.UseCase;
import java.lang.reflect.Method;
import org.aopalliance.aop.Advice;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Opens the transaction that a use case names ({@link UseCase}), and translates the failures of the
 * database around it.
 *
 * <p>The advisors have the role of infrastructure: Spring ignores others unless AspectJ is there,
 * and then there would be no transactions and no word about it.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class UseCaseTransactions {

  private static final int OUTSIDE = 0;
  private static final int INSIDE = 1;
  private static final int INNERMOST = 2;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseFailureTranslation() {
    return aroundUseCases(OUTSIDE, new UseCaseFailures());
  }

  /** Looks the transaction manager up at the first use: injected, it would start Hibernate here. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseTransaction(BeanFactory beans) {
    var interceptor = new TransactionInterceptor();
    interceptor.setTransactionAttributeSource(UseCaseTransactions::attributeOf);
    interceptor.setBeanFactory(beans);
    return aroundUseCases(INSIDE, interceptor);
  }

  /** Looks the database up at the first use, as the transaction does. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor useCaseSnapshot(BeanFactory beans) {
    return aroundUseCases(INNERMOST, new SnapshotReads(beans));
  }

  private static Advisor aroundUseCases(int order, Advice advice) {
    var advisor =
        new DefaultPointcutAdvisor(
            AnnotationMatchingPointcut.forClassAnnotation(UseCase.class), advice);
    advisor.setOrder(order);
    return advisor;
  }

  private static @Nullable TransactionAttribute attributeOf(
      Method method, @Nullable Class<?> service) {
    UseCase useCase =
        service == null ? null : AnnotatedElementUtils.findMergedAnnotation(service, UseCase.class);
    return switch (useCase == null ? null : useCase.value()) {
      case WRITE -> new DefaultTransactionAttribute();
      case READ -> readOnly();
      case NONE -> null;
      case null -> null;
    };
  }

  private static TransactionAttribute readOnly() {
    var attribute = new DefaultTransactionAttribute();
    attribute.setReadOnly(true);
    return attribute;
  }
}
