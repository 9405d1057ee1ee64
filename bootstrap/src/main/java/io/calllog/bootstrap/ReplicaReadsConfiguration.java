package io.calllog.bootstrap;

import io.calllog.application.auth.port.in.LimitRequests;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.UseCase;
import io.calllog.cache.replica.RecentWrites;
import io.calllog.cache.shared.SharedConnection;
import io.calllog.persistence.connection.OnReplica;
import io.calllog.persistence.connection.Replica;
import io.micrometer.core.instrument.MeterRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Advisor;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.util.function.SingletonSupplier;

/** Reading from a replica, if one is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnReplica.class)
class ReplicaReadsConfiguration {

  @Bean
  RecentWrites recentWrites(SharedConnection connection) {
    var writes = new RecentWrites(connection, Replica.maxBehind().plusSeconds(1));
    writes.warmUp();
    return writes;
  }

  @Bean
  ReplicaReads replicaReads(Replica replica, RecentWrites writes, MeterRegistry meters) {
    return new ReplicaReads(replica, writes, meters);
  }

  /**
   * Remembers the signed-in caller of a use case that may write, also of one that failed, because
   * it may have written in several transactions. Runs outside of the transaction, so after its
   * commit, and before the response is sent.
   */
  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor writers(BeanFactory beans) {
    var writes = SingletonSupplier.of(() -> beans.getBean(RecentWrites.class));
    MethodInterceptor remember =
        invocation -> {
          try {
            return invocation.proceed();
          } finally {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
              writes.obtain().record(caller.actor().id());
            }
          }
        };
    ClassFilter maybeWriting = ReplicaReadsConfiguration::mayWrite;
    var advisor = new DefaultPointcutAdvisor(new ComposablePointcut(maybeWriting), remember);
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /**
   * {@code …Queries} write nothing: {@code ArchitectureTest} checks that. The limit of requests is
   * not in PostgreSQL.
   */
  private static boolean mayWrite(Class<?> type) {
    return type.isAnnotationPresent(UseCase.class)
        && !LimitRequests.class.isAssignableFrom(type)
        && !type.getSimpleName().endsWith("QueriesService");
  }
}
