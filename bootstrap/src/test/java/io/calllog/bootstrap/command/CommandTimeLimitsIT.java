package io.calllog.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.bootstrap.CommandConfiguration;
import io.calllog.domain.analytics.ReportingZone;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The command that counts all calls again runs as long as it needs to. */
class CommandTimeLimitsIT {

  private static final List<Integer> SOCKET_TIMEOUTS = new ArrayList<>();

  private final Services services = Services.running();

  /** The limits belong to the database, as behind PgBouncer, which does not accept options. */
  @Test
  void of_postgresql_do_not_end_it() throws SQLException {
    String url = services.createDatabase("command_limits");
    Flyway.configure()
        .dataSource(url, services.user(), services.password())
        .placeholders(Map.of("reporting-time-zone", "Europe/London"))
        .load()
        .migrate();
    try (var connection = DriverManager.getConnection(url, services.user(), services.password());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE FUNCTION take_long() RETURNS trigger LANGUAGE plpgsql
              AS 'BEGIN PERFORM pg_sleep(6); RETURN NULL; END';
          CREATE TRIGGER take_long AFTER UPDATE ON reporting EXECUTE FUNCTION take_long();
          ALTER DATABASE command_limits SET statement_timeout = '4s';
          ALTER DATABASE command_limits SET transaction_timeout = '5s'
          """);
    }

    assertThat(
            run(
                CommandConfiguration.class,
                OwnApplication.settings(
                    services, url, "spring.datasource.hikari.data-source-properties.options=")))
        .isZero();
  }

  @Test
  void of_the_driver_do_not_exist() {
    String url = services.createDatabase("command_socket");

    assertThat(run(Probe.class, OwnApplication.settings(services, url))).isZero();
    assertThat(SOCKET_TIMEOUTS).containsExactly(0);
  }

  private static int run(Class<?> application, List<String> settings) {
    return new Commands(application, System.out)
        .run(
            Stream.concat(Stream.of("set-time-zone", "UTC"), settings.stream().map("--"::concat))
                .toArray(String[]::new));
  }

  /** Replaces the use cases and reads the settings of their connection. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class Probe {

    @Bean
    ChangeReportingZone changeReportingZone(DataSource pool) {
      return new ChangeReportingZone() {
        @Override
        public String current() {
          return "UTC";
        }

        @Override
        public boolean isKnown(ReportingZone zone) {
          return true;
        }

        @Override
        public long change(Command command) {
          try (var connection = pool.getConnection()) {
            SOCKET_TIMEOUTS.add(connection.getNetworkTimeout());
            return 0;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        }
      };
    }
  }
}
