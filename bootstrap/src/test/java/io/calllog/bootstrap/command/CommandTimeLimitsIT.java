package io.calllog.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import io.calllog.application.analytics.port.in.ChangeReportingZone;
import io.calllog.domain.analytics.ReportingZone;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Commands have no time limits. */
class CommandTimeLimitsIT {

  private static final List<String> LIMITS = new ArrayList<>();

  @Test
  void do_not_exist() {
    Services services = Services.running();
    List<String> arguments = new ArrayList<>(List.of("set-time-zone", "UTC"));
    OwnApplication.settings(services, services.createDatabase("command_limits"))
        .forEach(setting -> arguments.add("--" + setting));

    assertThat(new Commands(Probe.class, System.out).run(arguments.toArray(String[]::new)))
        .isZero();
    assertThat(LIMITS).containsExactly("0", "0", "0");
  }

  /** Replaces the use cases and reads the settings of their connection. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
  static class Probe {

    @Bean
    ChangeReportingZone changeReportingZone(DataSource pool) {
      return new ChangeReportingZone() {
        @Override
        public ReportingZone current() {
          return ReportingZone.of("UTC");
        }

        @Override
        public long change(Command command) {
          try (var connection = pool.getConnection();
              var statement = connection.createStatement();
              var limits =
                  statement.executeQuery(
                      """
                      SELECT current_setting('statement_timeout'),
                             current_setting('transaction_timeout')
                      """)) {
            limits.next();
            LIMITS.add(limits.getString(1));
            LIMITS.add(limits.getString(2));
            LIMITS.add(Integer.toString(connection.getNetworkTimeout()));
            return 0;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        }
      };
    }
  }
}
