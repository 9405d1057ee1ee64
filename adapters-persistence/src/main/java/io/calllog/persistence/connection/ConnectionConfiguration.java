package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionConfiguration.class);

  @Bean
  static BeanPostProcessor guardConnectionPool() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
          return bean;
        }
        pool.setExceptionOverride(new UnusableConnections(pool));
        return new GuardedDataSource(pool);
      }
    };
  }

  /**
   * Ignores that a rollback failed: the connection is broken then, and PostgreSQL rolls back by
   * itself. Otherwise Spring would replace the failure of the statement by that of the rollback,
   * and log it with a stack trace.
   */
  @Bean
  PlatformTransactionManager transactionManager() {
    return new JpaTransactionManager() {

      private static final long serialVersionUID = 1L;

      @Override
      protected void doRollback(DefaultTransactionStatus status) {
        try {
          super.doRollback(status);
        } catch (RuntimeException e) {
          LOG.debug("Could not roll back on a broken connection", e);
        }
      }
    };
  }
}
