package io.calllog.persistence.connection;

import com.zaxxer.hikari.HikariDataSource;
import io.calllog.persistence.connection.PostgresWatch.Messages;
import io.micrometer.core.instrument.MeterRegistry;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The connections to a replica, if one is configured (ADR 0044). {@code readDataSource} then gives
 * out connections of both servers.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnReplica.class)
class ReplicaConfiguration {

  static final String POOL = "replicaDataSource";
  static final String WATCH = "replicaWatch";

  /** A pool with the settings of that for reads. */
  @Bean(name = POOL, defaultCandidate = false)
  DataSource replicaDataSource(
      JdbcConnectionDetails primary,
      @Value("${" + OnReplica.URL + "}") String url,
      Environment environment) {
    HikariDataSource pool = pool(primary, url, environment, "calllog.pools.reads");
    pool.setPoolName("calllog-replica");
    pool.setInitializationFailTimeout(-1); // the application starts without the replica
    return pool;
  }

  /** Asks the replica how far it is. */
  @Bean(name = WATCH, defaultCandidate = false)
  PostgresWatch replicaWatch(
      JdbcConnectionDetails primary,
      @Value("${" + OnReplica.URL + "}") String url,
      Environment environment,
      ReplicaProgress progress) {
    HikariDataSource settings = pool(primary, url, environment, "calllog.pools.system");
    return new PostgresWatch(
        ConnectionConfiguration.server(settings),
        (int) settings.getValidationTimeout(),
        connection -> Replica.ask(connection, progress),
        new Messages(
            "The replica is not available. Until it is, nothing is read from it",
            "The replica is available again"));
  }

  /** A standby has the users of its primary. */
  private static HikariDataSource pool(
      JdbcConnectionDetails primary, String url, Environment environment, String prefix) {
    HikariDataSource pool = ConnectionConfiguration.pool(primary, environment, prefix);
    pool.setJdbcUrl(url);
    return pool;
  }

  @Bean
  ReplicaProgress replicaProgress() {
    return new ReplicaProgress();
  }

  @Bean
  Replica replica(
      @Qualifier("systemDatabase") JdbcClient primary,
      @Qualifier(WATCH) PostgresWatch watch,
      ReplicaProgress progress,
      MeterRegistry meters) {
    return new Replica(primary, watch::isAvailable, progress, meters);
  }
}
