package io.calllog.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The security headers of all responses, without CORS headers by default. */
@RestOnFakes
class SecurityHeadersApiTest {

  private final Api api;
  private final Accounts accounts;

  SecurityHeadersApiTest(Api api, Accounts accounts) {
    this.api = api.anonymous();
    this.accounts = accounts;
  }

  @Test
  void are_in_every_response() {
    for (Answer answer :
        List.of(
            accounts.admin().api().get("/api/auth/profile").expect(200),
            accounts.admin().api().get("/api/nothing").expect(404),
            api.get("/api/calls").expect(401),
            api.post("/api/auth/login", "not json").expect(400),
            api.get("/v3/api-docs").expect(200))) {
      assertThat(answer.header("Content-Security-Policy"))
          .isEqualTo("default-src 'none'; frame-ancestors 'none'");
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answer.header("Vary")).contains("Authorization");
      assertThat(answer.headers().map().keySet())
          .doesNotContain("server", "x-powered-by", "strict-transport-security");
    }
  }

  @Test
  void the_swagger_page_may_load_its_own_resources() {
    assertThat(api.get("/swagger-ui/index.html").expect(200).header("Content-Security-Policy"))
        .contains("script-src 'self';", "connect-src 'self'")
        .doesNotContain("unsafe-eval")
        .doesNotContain("script-src 'self' 'unsafe-inline'");
  }

  @Test
  void pages_of_other_sites_cannot_embed_or_read_responses() {
    Api elsewhere = api.with("Origin", "https://app.example.com");
    assertThat(elsewhere.get("/v3/api-docs").headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    Answer preflight =
        elsewhere
            .with("Access-Control-Request-Method", "GET")
            .send("OPTIONS", "/api/calls", "text/plain", "");
    assertThat(preflight.status()).isEqualTo(401);
    assertThat(preflight.headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }
}
