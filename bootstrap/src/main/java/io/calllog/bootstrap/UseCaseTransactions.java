package io.calllog.bootstrap;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import java.lang.reflect.UndeclaredThrowableException;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.util.function.SingletonSupplier;

/**
 * Runs each use case in the transaction that its {@link UseCase} annotation names, and translates
 * database failures.
 *
 * <p>The advisors are infrastructure beans, because without AspectJ Spring ignores all others.
 */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
@Import(ExportLimit.class)
class UseCaseTransactions {

  /**
   * Runs a {@code WRITE} as one write of {@link SpringUnitOfWork}, which may repeat it: its
   * transaction spans the whole use case, so nothing of it is left. Looks up the unit of work on
   * first use, because injecting it would start Hibernate too early.
   */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor writeUseCases(BeanFactory beans) {
    var unitOfWork = SingletonSupplier.of(() -> beans.getBean(UnitOfWork.class));
    return around(TxMode.WRITE, invocation -> unitOfWork.obtain().write(() -> proceed(invocation)));
  }

  /** What these write, they write by the unit of work, which has translated its failures. */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor otherUseCases() {
    return around(
        TxMode.NONE,
        invocation -> {
          try {
            return invocation.proceed();
          } catch (RuntimeException e) {
            throw DatabaseFailures.translatedRead(e);
          }
        });
  }

  @SuppressWarnings("NullAway") // Returns the result of the use case, so null only if that is null.
  private static Object proceed(MethodInvocation invocation) {
    try {
      // An invocation can proceed only once, and this one may be repeated.
      return ((ProxyMethodInvocation) invocation).invocableClone().proceed();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new UndeclaredThrowableException(e);
    }
  }

  private static Advisor around(TxMode mode, MethodInterceptor advice) {
    ClassFilter useCases =
        type -> {
          UseCase useCase = type.getAnnotation(UseCase.class);
          return useCase != null && useCase.value() == mode;
        };
    return new DefaultPointcutAdvisor(new ComposablePointcut(useCases), advice);
  }
}
