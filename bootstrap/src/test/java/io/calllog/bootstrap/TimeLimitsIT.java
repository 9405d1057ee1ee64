package io.calllog.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.calllog.api.ApiTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Requests have time limits, in PostgreSQL, its driver and Redis. Migrations have none. */
@ApiTest
class TimeLimitsIT {

  private final DataSource pool;
  private final DataSource reads;
  private final DataSource system;
  private final Flyway flyway;
  private final LettuceConnectionFactory redis;

  TimeLimitsIT(
      DataSource pool,
      @Qualifier("readDataSource") DataSource reads,
      @Qualifier("systemDataSource") DataSource system,
      Flyway flyway,
      LettuceConnectionFactory redis) {
    this.pool = pool;
    this.reads = reads;
    this.system = system;
    this.flyway = flyway;
    this.redis = redis;
  }

  @Test
  void of_a_pooled_connection_end_statements_before_the_driver_gives_up() throws SQLException {
    try (var connection = pool.getConnection()) {
      assertThat(settings(connection)).containsExactly("25s", "28s", "5s", "1500ms");
      assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
    }
  }

  @Test
  void of_reads_are_five_seconds_and_those_of_revocations_and_health_two() throws SQLException {
    try (var connection = reads.getConnection()) {
      assertThat(settings(connection)).containsExactly("5s", "6s", "5s", "1500ms");
      assertThat(connection.getNetworkTimeout()).isEqualTo(30_000);
    }
    try (var connection = system.getConnection()) {
      assertThat(settings(connection)).containsExactly("2s", "3s", "5s", "1500ms");
      assertThat(connection.getNetworkTimeout()).isEqualTo(3_000);
    }
    assertThat(
            Stream.of(pool, reads, system)
                .map(TimeLimitsIT::poolOf)
                .map(HikariDataSource::getPoolName))
        .containsExactly("calllog", "calllog-reads", "calllog-system");
    assertThat(poolOf(reads).getMaximumPoolSize()).isEqualTo(poolOf(pool).getMaximumPoolSize());
    assertThat(poolOf(system).getMaximumPoolSize()).isEqualTo(2);
  }

  private static HikariDataSource poolOf(DataSource dataSource) {
    return Objects.requireNonNull(
        DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class));
  }

  @Test
  void do_not_exist_for_migrations() throws SQLException {
    try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
      assertThat(settings(connection)).containsExactly("0", "0", "0", "0");
      assertThat(connection.getNetworkTimeout()).isZero();
      assertThat(flyway.getConfiguration().getLockRetryCount()).as("unlimited").isEqualTo(-1);
      assertThat(connection.getClientInfo("ApplicationName"))
          .as("other settings of the driver are those of the pool")
          .isEqualTo("calllog");
    }
  }

  @Test
  void of_redis_are_50_milliseconds_for_a_command_and_500_for_a_connection() {
    var client = redis.getClientConfiguration();
    assertThat(client.getCommandTimeout()).hasMillis(50);
    assertThat(client.getClientOptions().orElseThrow().getSocketOptions().getConnectTimeout())
        .hasMillis(500);
  }

  private static List<String> settings(Connection connection) {
    var database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    return Stream.of(
            "statement_timeout",
            "transaction_timeout",
            "idle_in_transaction_session_timeout",
            "lock_timeout")
        .map(setting -> database.sql("SHOW " + setting).query(String.class).single())
        .toList();
  }
}
