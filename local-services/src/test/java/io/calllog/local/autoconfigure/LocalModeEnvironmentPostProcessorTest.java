package io.calllog.local.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

class LocalModeEnvironmentPostProcessorTest {

  @TempDir Path folder;

  @Test
  void without_a_database_the_defaults_of_local_mode_apply() {
    try (var context = run(Map.of())) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("calllog.local", Boolean.class)).isTrue();
      assertThat(environment.getProperty("calllog.demo", Boolean.class)).isTrue();
      assertThat(environment.getProperty("calllog.registration.mode")).isEqualTo("open");
      assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void with_a_database_none_of_them_does() {
    try (var context = run(Map.of("spring.datasource.url", "jdbc:postgresql://db/calllog"))) {
      for (String name :
          new String[] {
            "calllog.local",
            "calllog.demo",
            "calllog.registration.mode",
            "calllog.jwt.secret",
            "server.address"
          }) {
        assertThat(context.getEnvironment().containsProperty(name)).as(name).isFalse();
      }
    }
    assertThat(folder.resolve("local")).doesNotExist();
  }

  @Test
  void whatever_the_user_sets_wins() {
    try (var context =
        run(
            Map.of(
                "server.address", "0.0.0.0",
                "calllog.demo", "false",
                "calllog.registration.mode", "closed",
                "calllog.jwt.secret", "of the user"))) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
      assertThat(environment.getProperty("calllog.demo", Boolean.class)).isFalse();
      assertThat(environment.getProperty("calllog.registration.mode")).isEqualTo("closed");
      assertThat(environment.getProperty("calllog.jwt.secret")).isEqualTo("of the user");
    }
    assertThat(folder.resolve("local")).as("no secret was needed").doesNotExist();
  }

  @Test
  void the_secret_that_signs_tokens_is_made_once_and_kept_for_the_owner() throws Exception {
    String secret;
    try (var context = run(Map.of())) {
      secret = context.getEnvironment().getRequiredProperty("calllog.jwt.secret");
    }
    try (var context = run(Map.of())) {
      assertThat(context.getEnvironment().getProperty("calllog.jwt.secret")).isEqualTo(secret);
    }
    assertThat(Base64.getUrlDecoder().decode(secret)).hasSizeGreaterThanOrEqualTo(32);
    Path file = folder.resolve("local/jwt-secret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void no_secret_is_made_beside_keys_of_the_user() {
    try (var context = run(Map.of("calllog.jwt.keys[0].id", "mine"))) {
      assertThat(context.getEnvironment().getProperty("calllog.jwt.secret")).isNull();
    }
    assertThat(folder.resolve("local")).doesNotExist();
  }

  private ConfigurableApplicationContext run(Map<String, String> set) {
    SpringApplication application = new SpringApplication(Empty.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setRegisterShutdownHook(false);
    return application.run(
        Stream.concat(
                Stream.of("--calllog.local.directory=" + folder.resolve("local")),
                set.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()))
            .toArray(String[]::new));
  }

  @Configuration(proxyBeanMethods = false)
  static class Empty {}
}
