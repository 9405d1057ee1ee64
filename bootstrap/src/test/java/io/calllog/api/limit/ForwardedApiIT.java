package io.calllog.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Which forwarded headers decide about the address that a request is counted for. */
@ExtendWith(OutputCaptureExtension.class)
class ForwardedApiIT {

  private static final String PROFILE = "/api/auth/profile";

  private final Services services = Services.running();

  @ParameterizedTest
  @CsvSource({"3, ''", "4, '10.0.0.0/8,2001:db8::/32'"}) // each with a bucket of its own in Redis
  void ignores_the_headers_of_clients_that_are_not_named(
      int burst, String proxies, CapturedOutput output) {
    try (var application =
        start(
            "forwarded_by_anybody_" + burst,
            "calllog.rate-limit.api.burst=" + burst,
            "calllog.proxies=" + proxies)) {
      Api api = application.api();
      for (int i = 0; i < burst; i++) {
        api.with("X-Forwarded-For", "192.0.2." + i).get(PROFILE).expect(401);
      }
      api.with("X-Forwarded-For", "192.0.2.7").get(PROFILE).expect(429);
      assertThat(
              api.with("X-Forwarded-Host", "elsewhere.example")
                  .with("X-Forwarded-Proto", "https")
                  .get("/actuator/health")
                  .expect(200)
                  .header("Strict-Transport-Security"))
          .isEmpty();
    }
    assertThat(output.getOut().split("Ignored X-Forwarded-For from 127.0.0.1", -1)).hasSize(2);
  }

  @Test
  void trusts_no_private_network_unless_it_is_named() {
    try (var application = start("forwarded_by_default", "calllog.rate-limit.api.burst=1")) {
      Api api = application.api();
      api.with("X-Forwarded-For", "192.0.2.1").get(PROFILE).expect(401);
      api.with("X-Forwarded-For", "192.0.2.2").get(PROFILE).expect(429);
    }
  }

  @Test
  void uses_the_headers_of_named_proxies(CapturedOutput output) {
    try (var application =
        start(
            "forwarded_by_proxies",
            "calllog.rate-limit.api.burst=2",
            "calllog.proxies=127.0.0.0/8,10.0.0.0/8")) {
      Api api = application.api();
      for (int i = 0; i < 4; i++) {
        api.with("X-Forwarded-For", "192.0.2.%d, 10.0.0.1".formatted(i)).get(PROFILE).expect(401);
      }
      assertOneClient(api, "198.51.100.1", "198.51.100.1:4711", "192.0.2.9, 198.51.100.1:4712");
      assertOneClient(
          api, "2001:db8:0:1::1", "[2001:db8:0:1::1]:4711", "192.0.2.9, [2001:db8:0:1::1]");
      assertOneClient(api, "192.0.2.50, unknown", "192.0.2.51, 300.1.1.1", "[::1");
      assertThat(
              api.with("X-Forwarded-Proto", "https")
                  .get("/actuator/health")
                  .expect(200)
                  .header("Strict-Transport-Security"))
          .isNotEmpty();
    }
    assertThat(output).doesNotContain("Ignored X-Forwarded-For");
  }

  /** Two requests are allowed, so the third shows that all three count for the same address. */
  private static void assertOneClient(Api api, String first, String second, String third) {
    api.with("X-Forwarded-For", first).get(PROFILE).expect(401);
    api.with("X-Forwarded-For", second).get(PROFILE).expect(401);
    api.with("X-Forwarded-For", third).get(PROFILE).expect(429);
  }

  /** Refills one request a minute. */
  private OwnApplication start(String database, String... settings) {
    return OwnApplication.start(
        OwnApplication.settings(
            services,
            services.createDatabase(database),
            Limits.with(
                List.of(settings),
                "calllog.rate-limit.api.per-minute=1",
                "spring.data.redis.timeout=5s",
                OwnApplication.firstAdmin()[0],
                OwnApplication.firstAdmin()[1])));
  }
}
