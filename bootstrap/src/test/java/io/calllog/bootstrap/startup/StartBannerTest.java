package io.calllog.bootstrap.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class StartBannerTest {

  private final MockEnvironment environment =
      new MockEnvironment().withProperty("local.server.port", "8080");

  @Test
  void prints_the_address_and_how_to_use_other_services() {
    assertThat(printed())
        .contains("http://localhost:8080", "http://localhost:8080/swagger-ui.html")
        .contains("SPRING_DATASOURCE_URL", "SPRING_DATA_REDIS_URL")
        .doesNotContain("Sign in");
  }

  @Test
  void prints_the_demo_accounts() {
    environment.setProperty("calllog.local.sign-ins[0]", "admin@demo.example  some-password");
    environment.setProperty("calllog.local.sign-ins[1]", "officer@demo.example  some-password");
    assertThat(printed())
        .contains("Sign in as", "admin@demo.example  some-password", "officer@demo.example");
  }

  private String printed() {
    var bytes = new ByteArrayOutputStream();
    var console = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    new StartBanner(environment, console)
        .onApplicationEvent(
            new ApplicationReadyEvent(
                new SpringApplication(),
                new String[0],
                new StaticApplicationContext(),
                Duration.ZERO));
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
