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
  void sets_the_defaults_of_local_mode_without_a_configured_database() {
    try (var context = run(Map.of())) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("calllog.local", Boolean.class)).isTrue();
      assertThat(environment.getProperty("calllog.demo", Boolean.class)).isTrue();
      assertThat(environment.getProperty("calllog.registration.mode")).isEqualTo("open");
      assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void sets_no_defaults_with_a_configured_database() {
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
  void settings_of_the_user_override_the_defaults() {
    try (var context =
        run(
            Map.of(
                "server.address", "0.0.0.0",
                "calllog.demo", "false",
                "calllog.registration.mode", "closed",
                "calllog.jwt.secret", "secret of the user"))) {
      Environment environment = context.getEnvironment();
      assertThat(environment.getProperty("server.address")).isEqualTo("0.0.0.0");
      assertThat(environment.getProperty("calllog.demo", Boolean.class)).isFalse();
      assertThat(environment.getProperty("calllog.registration.mode")).isEqualTo("closed");
      assertThat(environment.getProperty("calllog.jwt.secret")).isEqualTo("secret of the user");
    }
    assertThat(folder.resolve("local")).as("a directory for a secret").doesNotExist();
  }

  @Test
  void creates_the_signing_secret_once_and_for_the_owner_only() throws Exception {
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
  void creates_no_signing_secret_if_the_user_sets_keys() {
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
