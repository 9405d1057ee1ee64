package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.mock.env.MockEnvironment;

class MissingSettingsTest {

  private final MockEnvironment environment = new MockEnvironment();
  private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

  @Test
  void are_reported_all_at_once() {
    var failure = failure();
    assertThat(failure.getMessage())
        .contains("SPRING_DATASOURCE_URL", "SPRING_DATASOURCE_USERNAME")
        .contains("SPRING_DATASOURCE_PASSWORD", "SPRING_DATA_REDIS_URL", "CALLLOG_JWT_SECRET");
    assertThat(failure.action())
        .contains("CALLLOG_FIRST_ADMIN_EMAIL", "CALLLOG_FIRST_ADMIN_PASSWORD_FILE");
    assertThat(failure.getExitCode()).isEqualTo(1);
  }

  @Test
  void do_not_include_settings_that_are_present() {
    set("spring.datasource.url", "calllog.jwt.secret", "calllog.first-admin.email");
    var failure = failure();
    assertThat(failure.getMessage())
        .contains("SPRING_DATA_REDIS_URL")
        .doesNotContain("SPRING_DATASOURCE_URL", "CALLLOG_JWT_SECRET");
    assertThat(failure.action()).doesNotContain("FIRST_ADMIN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spring.data.redis.url",
        "spring.data.redis.host",
        "spring.data.redis.sentinel.master",
        "spring.data.redis.cluster.nodes",
        "spring.data.redis.masterreplica.nodes[0]"
      })
  void do_not_exist_when_each_service_is_configured(String redis) {
    set("spring.datasource.url", "calllog.jwt.secret", redis);
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void do_not_exist_when_beans_have_connection_details() {
    set("calllog.jwt.secret");
    beans.registerBeanDefinition("postgres", new RootBeanDefinition(KnownPostgres.class));
    beans.registerBeanDefinition("redis", new RootBeanDefinition(KnownRedis.class));
    assertThatCode(this::check).doesNotThrowAnyException();
  }

  @Test
  void include_empty_settings() {
    environment.setProperty("spring.datasource.url", "");
    assertThat(failure().getMessage()).contains("SPRING_DATASOURCE_URL");
  }

  private void set(String... names) {
    List.of(names).forEach(name -> environment.setProperty(name, "something"));
  }

  private StartUpFailure failure() {
    return catchThrowableOfType(StartUpFailure.class, this::check);
  }

  private void check() {
    new MissingSettings(environment).postProcessBeanFactory(beans);
  }

  static final class KnownRedis implements DataRedisConnectionDetails {}

  static final class KnownPostgres implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return "me";
    }

    @Override
    public String getPassword() {
      return "secret";
    }

    @Override
    public String getJdbcUrl() {
      return "jdbc:postgresql://db/calllog";
    }
  }
}
