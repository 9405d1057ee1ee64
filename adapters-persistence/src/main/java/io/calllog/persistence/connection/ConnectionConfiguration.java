package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.calllog.persistence.connection.PostgresWatch.Messages;
import java.util.Objects;
import javax.sql.DataSource;
import org.postgresql.Driver;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Three connection pools (ADR 0043), so that requests of one kind cannot take the connections that
 * another kind needs. The pool of Spring Boot ({@code dataSource}) is for everything except what
 * the other two are for.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

  private static final Messages OUTAGE =
      new Messages(
          "PostgreSQL is not available. Requests that need it are refused until it is",
          "PostgreSQL is available again");

  /** The pool for lists, reports, histories, exports and the feed of changes. */
  @Bean(defaultCandidate = false)
  DataSource readDataSource(JdbcConnectionDetails details, Environment environment) {
    return pool(details, environment, "calllog.pools.reads");
  }

  /**
   * Reads from {@code readDataSource}, or in the current transaction if there is one, also if it is
   * one that writes.
   */
  @Bean(defaultCandidate = false)
  JdbcClient readDatabase(@Qualifier("readDataSource") DataSource reads) {
    return JdbcClient.create(reads);
  }

  /**
   * The small pool for what must go on when the others are exhausted: reading revocations, keys and
   * the tree of regions.
   */
  @Bean(defaultCandidate = false)
  DataSource systemDataSource(JdbcConnectionDetails details, Environment environment) {
    return pool(details, environment, "calllog.pools.system");
  }

  /** Uses {@code systemDataSource}. Takes no part in transactions. */
  @Bean(defaultCandidate = false)
  JdbcClient systemDatabase(@Qualifier("systemDataSource") DataSource system) {
    return JdbcClient.create(system);
  }

  /** A pool with the settings of Spring Boot's pool, except those under a prefix of its own. */
  static HikariDataSource pool(
      JdbcConnectionDetails details, Environment environment, String prefix) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(details.getJdbcUrl());
    pool.setUsername(details.getUsername());
    pool.setPassword(details.getPassword());
    Bindable<HikariDataSource> settings = Bindable.ofInstance(pool);
    Binder binder = Binder.get(environment);
    binder.bind("spring.datasource.hikari", settings);
    binder.bind(prefix, settings);
    return pool;
  }

  @Bean
  PostgresWatch postgresWatch(JdbcConnectionDetails details, Environment environment) {
    HikariDataSource settings = pool(details, environment, "calllog.pools.system");
    return new PostgresWatch(
        server(settings),
        (int) settings.getValidationTimeout(),
        PrimaryDataSource.fits(settings.getJdbcUrl())
            ? PostgresWatch::askPrimary
            : PostgresWatch::ask,
        OUTAGE);
  }

  /**
   * Connections for a watch. When the network is back, the next attempt to connect begins within a
   * second, so requests are answered again within two.
   */
  static DataSource server(HikariConfig settings) {
    settings.addDataSourceProperty("connectTimeout", "1");
    settings.addDataSourceProperty("loginTimeout", "1");
    return driver(settings);
  }

  private static DataSource driver(HikariConfig settings) {
    String url = Objects.requireNonNull(settings.getJdbcUrl());
    if (PrimaryDataSource.fits(url)) {
      return new PrimaryDataSource(
          url, settings.getUsername(), settings.getPassword(), settings.getDataSourceProperties());
    }
    var server = new SimpleDriverDataSource(new Driver(), url, settings.getDataSourceProperties());
    server.setUsername(settings.getUsername());
    server.setPassword(settings.getPassword());
    return server;
  }

  @Bean
  static BeanPostProcessor guardConnectionPools(BeanFactory beans) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        if (!(bean instanceof HikariDataSource pool)) {
          return bean;
        }
        if (PrimaryDataSource.fits(pool.getJdbcUrl())) {
          pool.setDataSource(driver(pool));
        }
        PostgresWatch watch =
            beans.getBean(
                name.equals(ReplicaConfiguration.POOL)
                    ? ReplicaConfiguration.WATCH
                    : "postgresWatch",
                PostgresWatch.class);
        pool.setExceptionOverride(new UnusableConnections(watch));
        var guarded = new GuardedDataSource(pool, watch);
        watch.add(guarded);
        return name.equals("readDataSource") && beans.containsBean(ReplicaConfiguration.POOL)
            ? new ReadDataSource(
                guarded, beans.getBean(ReplicaConfiguration.POOL, DataSource.class))
            : guarded;
      }
    };
  }

  @Bean
  PlatformTransactionManager transactionManager(@Qualifier("readDataSource") DataSource reads) {
    return new WriteTransactions(reads);
  }

  /** Lets {@code readDatabase} read what the transaction has written. */
  private static final class WriteTransactions extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private final transient DataSource reads;

    WriteTransactions(DataSource reads) {
      this.reads = reads;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      super.doBegin(transaction, definition);
      Object connection =
          TransactionSynchronizationManager.getResource(Objects.requireNonNull(getDataSource()));
      TransactionSynchronizationManager.bindResource(reads, Objects.requireNonNull(connection));
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
      TransactionSynchronizationManager.unbindResourceIfPossible(reads);
      super.doCleanupAfterCompletion(transaction);
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      BrokenConnections.rollBack(() -> super.doRollback(status));
    }
  }
}
