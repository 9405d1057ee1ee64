package io.calllog.local.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.local.autoconfigure.LocalServicesAutoConfiguration.LocalPostgresConnectionDetails;
import io.calllog.local.autoconfigure.LocalServicesAutoConfiguration.LocalRedisConnectionDetails;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LocalServicesAutoConfigurationTest {

  @TempDir Path folder;
  private ApplicationContextRunner application;

  @BeforeEach
  void configure() {
    application =
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LocalServicesAutoConfiguration.class))
            .withPropertyValues("calllog.local.directory=" + folder.resolve("local"));
  }

  @Test
  void connects_to_both_if_neither_is_configured_and_starts_none() {
    application.run(context -> {
      assertThat(context)
          .hasSingleBean(LocalPostgresConnectionDetails.class)
          .hasSingleBean(LocalRedisConnectionDetails.class);
      assertThat(folder.resolve("local")).doesNotExist();
    });
  }

  @Test
  void a_configured_database_replaces_the_local_one() {
    application
        .withPropertyValues("spring.datasource.url=jdbc:postgresql://db/calllog")
        .run(context ->
            assertThat(context)
                .doesNotHaveBean(JdbcConnectionDetails.class)
                .hasSingleBean(LocalRedisConnectionDetails.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spring.datasource.url=", "spring.datasource.hikari.maximum-pool-size=5"})
  void a_setting_that_locates_no_database_does_not(String setting) {
    application
        .withPropertyValues(setting)
        .run(context -> assertThat(context).hasSingleBean(LocalPostgresConnectionDetails.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "url=redis://cache",
        "host=cache",
        "port=6379",
        "sentinel.master=main",
        "cluster.nodes=a:1,b:2",
        "cluster.nodes[0]=a:1",
        "masterreplica.nodes=a:1,b:2"
      })
  void a_configured_redis_replaces_the_local_one(String setting) {
    application
        .withPropertyValues("spring.data.redis." + setting)
        .run(context ->
            assertThat(context)
                .doesNotHaveBean(DataRedisConnectionDetails.class)
                .hasSingleBean(LocalPostgresConnectionDetails.class));
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout=2s", "connect-timeout=1s", "client-name=calllog", "host="})
  void a_setting_that_locates_no_redis_does_not(String setting) {
    application
        .withPropertyValues("spring.data.redis." + setting)
        .run(context -> assertThat(context).hasSingleBean(LocalRedisConnectionDetails.class));
  }

  @Test
  void connection_details_of_another_bean_replace_both() {
    application
        .withBean(JdbcConnectionDetails.class, ElsewhereJdbc::new)
        .withBean(DataRedisConnectionDetails.class, () -> new DataRedisConnectionDetails() {})
        .run(context ->
            assertThat(context)
                .doesNotHaveBean(LocalPostgresConnectionDetails.class)
                .doesNotHaveBean(LocalRedisConnectionDetails.class));
  }

  private record ElsewhereJdbc() implements JdbcConnectionDetails {
    @Override
    public String getUsername() {
      return "user";
    }

    @Override
    public String getPassword() {
      return "secret";
    }

    @Override
    public String getJdbcUrl() {
      return "jdbc:postgresql://elsewhere/calllog";
    }
  }
}
