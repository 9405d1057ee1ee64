package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

  @Bean
  static BeanPostProcessor guardConnectionPool() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
          return bean;
        }
        pool.setExceptionOverride(new UnusableConnections(pool));
        String url = pool.getJdbcUrl();
        if (PrimaryDataSource.fits(url)) {
          pool.setDataSource(
              new PrimaryDataSource(
                  url, pool.getUsername(), pool.getPassword(), pool.getDataSourceProperties()));
        }
        return new GuardedDataSource(pool);
      }
    };
  }

  @Bean
  PlatformTransactionManager transactionManager() {
    return new JpaTransactionManager() {

      private static final long serialVersionUID = 1L;

      @Override
      protected void doRollback(DefaultTransactionStatus status) {
        BrokenConnections.rollBack(() -> super.doRollback(status));
      }
    };
  }
}
