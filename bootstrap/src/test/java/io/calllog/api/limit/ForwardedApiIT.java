package io.calllog.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Api;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Whose word about the address of a request counts; seen by whom five requests are counted for. */
@ExtendWith(OutputCaptureExtension.class)
class ForwardedApiIT {

  private static final String PROFILE = "/api/auth/profile";

  private final Services services = Services.running();

  @Test
  void forwarded_headers_of_just_anybody_are_ignored_and_told_of_once(CapturedOutput output) {
    try (var application = start("forwarded_by_anybody", "calllog.rate-limit.api.burst=6")) {
      Api api = application.api();
      for (int i = 0; i < 3; i++) {
        api.with("X-Forwarded-For", "192.0.2." + i).get(PROFILE).expect(401);
        api.with("Forwarded", "for=192.0.2." + i).get(PROFILE).expect(401);
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
    assertThat(output.getOut().split("Forwarded headers of 127.0.0.1 are ignored", -1)).hasSize(2);
  }

  @Test
  void forwarded_headers_of_a_proxy_count_and_rubbish_in_them_does_not(CapturedOutput output) {
    try (var application =
        start(
            "forwarded_by_proxies",
            "calllog.rate-limit.api.burst=5",
            "calllog.proxies=127.0.0.0/8,10.0.0.0/8")) {
      Api api = application.api();
      for (int i = 0; i < 8; i++) {
        api.with("X-Forwarded-For", "192.0.2.%d, 10.0.0.1".formatted(i)).get(PROFILE).expect(401);
        api.with("Forwarded", "for=\"[2001:db8:0:%d::1]:4711\";proto=https".formatted(i))
            .get(PROFILE)
            .expect(401);
      }
      assertThat(
              api.with("X-Forwarded-Proto", "https")
                  .get("/actuator/health")
                  .expect(200)
                  .header("Strict-Transport-Security"))
          .isNotEmpty();
      List<String> rubbish =
          List.of("unknown", "1.2.3", "[::1", "300.1.1.1", "\"", ",,,", "é", "x");
      List<Integer> answers =
          rubbish.stream()
              .map(odd ->
                  api.with("X-Forwarded-For", odd)
                      .with("Forwarded", "for=" + odd)
                      .with("X-Forwarded-Proto", odd)
                      .with("X-Forwarded-Host", odd + "/")
                      .get(PROFILE)
                      .status())
              .toList();
      assertThat(answers).containsExactly(401, 401, 401, 401, 401, 429, 429, 429);
    }
    assertThat(output).doesNotContain("are ignored");
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
