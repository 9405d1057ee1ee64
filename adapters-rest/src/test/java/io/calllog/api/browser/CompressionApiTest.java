package io.calllog.api.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large answers are compressed for clients that accept it. */
@RestOnFakes
class CompressionApiTest {

  private final Account officer;
  private final Api accepting;

  CompressionApiTest(Accounts accounts) {
    this.officer = accounts.officer(Accounts.newRegion());
    this.accepting =
        Api.at(officer.api().base()).as(officer.token()).with("Accept-Encoding", "br, gzip");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/calls",
        "/api/analytics/volumes",
        "/v3/api-docs",
        "/v3/api-docs.yaml",
        "/swagger-ui/swagger-ui-bundle.js"
      })
  void compresses(String path) {
    for (int i = 0; i < 10; i++) {
      officer.api().post("/api/calls", Samples.call("comment", "A comment")).expect(201);
    }
    Answer compressed = accepting.get(path).expect(200);

    assertThat(compressed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(compressed.headers().allValues("Vary").toString())
        .containsIgnoringCase("accept-encoding");
    assertThat(officer.api().get(path).expect(200).header("Content-Encoding")).isEmpty();
  }

  @Test
  void compresses_csv() {
    Answer csv = accepting.with("Accept", "text/csv").get("/api/analytics/volumes?from=2025-01-01");

    assertThat(csv.expect(200).header("Content-Encoding")).isEqualTo("gzip");
  }

  @Test
  void does_not_compress_tokens() {
    var credentials = Api.json("email", officer.email(), "password", officer.password());
    Answer signedIn = accepting.anonymous().post("/api/auth/login", credentials).expect(200);
    var token = Api.json("refreshToken", signedIn.text("/refreshToken"));

    assertThat(signedIn.header("Content-Encoding")).isIn("", "identity");
    assertThat(
            accepting
                .anonymous()
                .post("/api/auth/refresh", token)
                .expect(200)
                .header("Content-Encoding"))
        .isIn("", "identity");
  }
}
