package io.calllog.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that a proxy could interpret differently from Tomcat. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class SmugglingApiTest {

  private final RawHttp raw;
  private final Accounts accounts;
  private final Account officer;
  private String call = "";

  SmugglingApiTest(Api api, Accounts accounts) {
    this.raw = new RawHttp(api);
    this.accounts = accounts;
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @BeforeAll
  void log_a_call() {
    call = "/api/calls/" + officer.api().post("/api/calls", Samples.call()).expect(201).id();
  }

  /**
   * A body that looks like a request, after headers that leave the start or the end of the body
   * ambiguous, is not executed as a request.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: %1$d\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: %1$d",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Content-Length: 0\r\nTransfer-Encoding: chunked",
        "Content-Length: %1$d\r\nTransfer-Encoding: identity",
        "Content-Length: %1$d\r\nTransfer-Encoding: chunked, identity",
        "Content-Length: %1$d\r\nTransfer-Encoding: identity, chunked",
        "Content-Length: %1$d\r\nTransfer-Encoding: xchunked",
        "Content-Length: %1$d\r\nTransfer-Encoding: \u000bchunked",
        "Content-Length: %1$d\r\nTransfer-Encoding:\tchunked",
        "Content-Length: %1$d\r\nTransfer-Encoding : chunked",
        "Content-Length: %1$d\r\n Transfer-Encoding: chunked",
        "Content-Length: %1$d\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: x",
        "Content-Length: %1$d\r\nTransfer-Encoding:\r\n chunked",
        "Content-Length: %1$d\r\nX: x\nTransfer-Encoding: chunked",
        "Content-Length: %1$d\r\nX: x\rTransfer-Encoding: chunked",
        "Content-Length: %1$d\r\nTransfer_Encoding: chunked",
        "Content-Length: %1$d\r\nContent-Length: 0",
        "Content-Length: 0\r\nContent-Length: %1$d",
        "Content-Length: 0, %1$d",
        "Content-Length: +0",
        "Content-Length: -0",
        "Content-Length: 0x0",
        "Content-Length: 00000000000000000000000000000000%1$d",
        "Content-Length: 18446744073709551616",
        "Content-Length: %1$d\r\nContent-Length : 0",
      })
  void a_request_in_the_body_of_another_is_not_executed(String headers) {
    String hidden = "DELETE %s HTTP/1.1\r\nHost: a\r\n%s\r\n\r\n".formatted(call, authorization());
    for (String body : new String[] {"0\r\n\r\n" + hidden, hidden}) {
      String answered =
          raw.exchange(
              "POST /api/auth/logout HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                  + headers.formatted(body.length())
                  + "\r\n\r\n"
                  + body);
      assertThat(answered).matches("(?s)HTTP/1\\.1 (4|501).*");
      assertThat(answered.split("HTTP/1\\.1 ", -1)).as(answered).hasSize(2);
    }
    officer.api().get(call).expect(200);
  }

  /** The end of the request is clear, but its chunks are unusual. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0\r\n\r\n",
        "0;x=\r\n\r\n",
        "0\r\nContent-Length: 99\r\nAuthorization: x\r\n\r\n",
        "00000000000000000\r\n\r\n",
        "0x0\r\n\r\n",
        "100000000\r\n\r\n",
        "fffffffffffffffff\r\n\r\n",
        "-0\r\n\r\n",
        "0 \r\n\r\n",
        "1\nx0\n\n",
        "2\r\n{}0\r\n\r\n",
        "3\r\n{}\r\n0\r\n\r\n",
        "\r\n\r\n",
      })
  void unusual_chunks_do_no_harm(String chunks) {
    String answered =
        raw.exchange(
            "POST /api/auth/login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + chunks);
    assertThat(answered).startsWith("HTTP/1.1 400 ");
    assertThat(answered.split("HTTP/1\\.1 ", -1)).as(answered).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-HTTP-Method-Override: DELETE",
        "X-HTTP-Method: DELETE",
        "X-Method-Override: DELETE",
        "X-Original-URL: /api/officers",
        "X-Rewrite-URL: /api/officers",
        "X-Forwarded-Prefix: /api/officers",
        "X-Forwarded-Path: /api/officers",
        "X-Forwarded-User: admin@calllog.example",
        "X-Remote-User: admin@calllog.example",
        "X-User-Role: ADMIN",
        "X-Accel-Redirect: /api/officers",
        "Cookie: _method=DELETE; Authorization=x; JSESSIONID=x",
      })
  void headers_of_other_systems_have_no_effect(String header) {
    Answer plain = raw.send(get(call, authorization()));
    Answer answer = raw.send(get(call, authorization() + "\r\n" + header));
    assertThat(answer.expect(200).body()).isEqualTo(plain.expect(200).body());
    raw.send(get(call, header)).expectProblem(401, "unauthenticated");
    raw.send(get(call + "?_method=DELETE", authorization())).expect(400);
    officer.api().get(call).expect(200);
  }

  @Test
  void two_authorization_headers_are_refused() {
    Account other = accounts.officer(officer.region());
    String mine = authorization();
    String others = "Authorization: Bearer " + other.token();
    for (String headers :
        new String[] {
          mine + "\r\n" + others,
          others + "\r\n" + mine,
          mine + "\r\n" + mine,
          mine + "\r\nAuthorization: Basic YTpi",
          "Authorization: \r\n" + mine,
          mine + ", Bearer " + other.token(),
          mine + " " + other.token(),
        }) {
      Answer refused = raw.send(get("/api/auth/profile", headers));
      ProblemShape.require(refused.expectProblem(401, "unauthenticated"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?access_token=%s",
        "?token=%s",
        "?authorization=Bearer%%20%s",
        ";access_token=%s"
      })
  void a_token_in_the_address_is_ignored(String where) {
    String target = "/api/auth/profile" + where.formatted(officer.token());
    Answer refused = raw.send(get(target, "X: x"));
    assertThat(refused.status()).isIn(400, 401);
    raw.send(get("/api/auth/profile", "Cookie: access_token=" + officer.token())).expect(401);
    raw.send(get("/api/auth/profile", "X-Authorization: Bearer " + officer.token())).expect(401);
  }

  private String authorization() {
    return "Authorization: Bearer " + officer.token();
  }

  private static String get(String target, String headers) {
    return "GET %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%s\r\n\r\n"
        .formatted(target, headers);
  }
}
