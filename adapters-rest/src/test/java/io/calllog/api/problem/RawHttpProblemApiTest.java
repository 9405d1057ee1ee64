package io.calllog.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that Tomcat or the firewall of Spring Security refuses. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class RawHttpProblemApiTest {

  private static final String REST = "Host: a\r\nConnection: close\r\n";

  private final RawHttp raw;
  private final Api officer;
  private final String token;

  RawHttpProblemApiTest(Api api, Accounts accounts) {
    this.raw = new RawHttp(api);
    Account account = accounts.officer(Accounts.newRegion());
    this.officer = account.api();
    this.token = "Authorization: Bearer " + account.token() + "\r\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/calls%00",
        "/api/%00",
        "/api/{calls}",
        "/api/calls/{id}",
        "/api/calls?region={}",
        "/api/calls?region=[a]|b",
        "/api/calls?q=\"",
        "/api/calls?q=\u00e9",
        "/api/calls\u00ff",
        "/api/calls^",
        "/api/calls`",
        "/api/calls\\7",
        "/api/calls%5c7",
        "/api/calls%2f7",
        "/api/calls%2F..",
        "/api/../calls",
        "/api/./calls",
        "/api/%2e%2e/calls",
        "/api//calls",
        "//api/calls",
        "/api/calls;a=b",
        "/api/calls%3ba=b",
        "/api/calls%zz",
        "/api/calls%",
        "/api/calls%ff",
        "/api/calls%c0%af",
        "/api/calls%0d%0aX:y",
        "/api/calls%0a",
        "/api/calls%252e%252e%252f",
        "/api/calls%25",
        "api/calls",
        "*",
        "/api/calls#part",
        "/api/<script>",
      })
  void suspicious_request_targets_are_refused(String target) {
    Answer refused = raw.send("GET " + target + " HTTP/1.1\r\n" + REST + token + "\r\n");
    assertThat(refused.status()).as(refused.body()).isIn(400, 404);
    ProblemShape.require(refused);
    assertThat(refused.body()).doesNotContain("<script>");
  }

  @Test
  void a_query_may_have_characters_that_browsers_do_not_encode() {
    Answer answer =
        raw.send("GET /api/clients?q=a|b[c]{d}^e`f\\g HTTP/1.1\r\n" + REST + token + "\r\n");
    assertThat(answer.expect(200).at("/items")).isEmpty();
  }

  @Test
  void the_link_to_the_next_page_is_an_address_even_after_such_a_query() {
    for (int i = 0; i < 2; i++) {
      officer.post("/api/clients", Api.json("name", "Left|Right[" + i + "]")).expect(201);
    }
    Answer page =
        raw.send("GET /api/clients?q=left|right[&limit=1 HTTP/1.1\r\n" + REST + token + "\r\n");
    String link = page.expect(200).header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    assertThat(URI.create(link)).hasPath("/api/clients");
    assertThat(officer.get(link).expect(200).at("/items")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GARBAGE\r\n\r\n",
        "\u0016\u0003\u0001\u0002\u0000\r\n\r\n", // the beginning of TLS
        "GET\r\n\r\n",
        "GE(T /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "GET /api/calls HTTP/1.1\r\nConnection: close\r\n\r\n", // no Host
        "GET /api/calls HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n",
        "GET /api/calls HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
        "GET /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nBad Name: x\r\n\r\n",
        "GET /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX: a\u0000b\r\n\r\n",
        "GET /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nno colon\r\n\r\n",
        "POST /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: x\r\n\r\n",
        "POST /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: -1\r\n\r\n",
        "POST /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
      })
  void requests_other_than_http_are_refused(String request) {
    Answer refused = raw.send(request);
    ProblemShape.require(refused.expectProblem(400, "bad-request"));
  }

  @Test
  void headers_that_are_too_large_are_refused() {
    Answer refused =
        raw.send("GET /api/calls HTTP/1.1\r\n" + REST + "X: " + "x".repeat(20_000) + "\r\n\r\n");
    ProblemShape.require(refused.expectProblem(400, "bad-request"));
    assertThat(refused.text("/detail")).contains("too long");
  }

  @Test
  void request_targets_that_are_too_long_are_refused() {
    Answer refused = raw.send("GET /api/" + "x".repeat(20_000) + " HTTP/1.1\r\n" + REST + "\r\n");
    ProblemShape.require(refused.expectProblem(400, "bad-request"));
    assertThat(refused.text("/detail")).contains("too long");
    assertThat(refused.body()).hasSizeLessThan(2_000);
  }

  @Test
  void request_target_and_headers_share_one_limit() {
    String line = "GET /api/" + "x".repeat(9_000) + " HTTP/1.1\r\n";
    Answer refused = raw.send(line + REST + token + "X: " + "x".repeat(9_000) + "\r\n\r\n");
    ProblemShape.require(refused.expectProblem(400, "bad-request"));
  }

  @Test
  void malformed_chunks_are_refused() {
    for (String chunks : List.of("ZZ\r\nabc\r\n0\r\n\r\n", "-1\r\n\r\n")) {
      String head =
          "POST /api/auth/login HTTP/1.1\r\n%sContent-Type: application/json\r\n".formatted(REST);
      Answer refused = raw.send(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
      ProblemShape.require(refused.expect(400));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET /api/calls HTTP/9.9, '', 505, http-version-not-supported",
    "POST /api/calls HTTP/1.1, Transfer-Encoding: foo, 501, not-implemented",
    "POST /api/calls HTTP/1.1, Expect: the-unexpected, 417, expectation-failed",
    "TRACE /api/calls HTTP/1.1, '', 405, method-not-allowed",
    "TRACE /api/nothing HTTP/1.1, '', 405, method-not-allowed",
    "CONNECT a:1 HTTP/1.1, '', 501, not-implemented",
  })
  void unknown_versions_codings_and_methods_are_refused(
      String line, String header, int status, String code) {
    String more = header.isEmpty() ? "" : header + "\r\n";
    Answer refused = raw.send(line + "\r\n" + REST + token + more + "\r\n");
    ProblemShape.require(refused.expectProblem(status, code));
  }

  @ParameterizedTest
  @ValueSource(longs = {2000000L, 1000000000L})
  void a_large_body_is_refused_before_it_is_sent(long length) {
    String answers =
        raw.exchange(
            "POST /api/calls HTTP/1.1\r\n%s%s".formatted(REST, token)
                + "Content-Type: application/json\r\nContent-Length: %s\r\n\r\n".formatted(length));
    assertThat(answers).startsWith("HTTP/1.1 413").contains("body-too-large");
  }

  @Test
  void a_client_that_sends_a_large_body_receives_the_refusal() {
    Answer refused =
        raw.send(
            "POST /api/calls HTTP/1.1\r\n%s%s".formatted(REST, token)
                + "Content-Type: application/json\r\nContent-Length: 6000000\r\n\r\n"
                + " ".repeat(6_000_000));
    ProblemShape.require(refused.expectProblem(413, "body-too-large"));
  }

  @Test
  void a_client_that_expects_100_continue_receives_it() {
    String answers =
        raw.exchange(
            "POST /api/calls HTTP/1.1\r\n%s%sExpect: 100-continue\r\n".formatted(REST, token)
                + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(answers).startsWith("HTTP/1.1 100").contains("HTTP/1.1 400", "invalid-input");
  }

  @Test
  void meaningless_headers_are_refused_or_ignored() {
    for (String header :
        List.of(
            "Accept: ;;;",
            "Accept: */*;q=nonsense",
            "If-Match: \"",
            "If-None-Match: nonsense",
            "If-Modified-Since: yesterday",
            "Range: bytes=9-1",
            "Authorization: Bearer",
            "Authorization: Bearer a b c",
            "Authorization: \u00ff",
            "Accept-Language: ***",
            "Accept-Charset: nonsense",
            "Cookie: \u00e9=;",
            "Origin: null",
            "traceparent: nonsense",
            "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
            "baggage: ,,,",
            "X-Forwarded-For: <script>",
            "X-HTTP-Method-Override: DELETE",
            "Content-Type: ;",
            "Content-Type: application/json;;;")) {
      String auth = header.startsWith("Authorization") ? "" : token;
      Answer answer = raw.send("GET /api/calls HTTP/1.1\r\n" + REST + auth + header + "\r\n\r\n");
      assertThat(answer.status()).as(header + answer.body()).isIn(200, 400, 401, 406);
      if (answer.status() != 200) {
        ProblemShape.require(answer);
      }
    }
  }
}
