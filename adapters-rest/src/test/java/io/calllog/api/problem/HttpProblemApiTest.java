package io.calllog.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of HTTP: addresses, methods, media types, encodings and sizes. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class HttpProblemApiTest {

  private static final int MEBIBYTE = 1024 * 1024;

  private final Api anyone;
  private final Account officer;

  HttpProblemApiTest(Api api, Accounts accounts) {
    this.anyone = api;
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/api",
        "/api/",
        "/api/nothing",
        "/api/calls/",
        "/api/calls/7/8",
        "/api/Calls",
        "/error",
        "/favicon.ico",
        "/actuator",
        "/actuator/env",
        "/actuator/health",
        "/actuator/health/liveness",
        "/api/auth",
        "/api/calls.json",
        "/api/clients/0190f5a0-0000-7000-8000-000000000000/history",
      })
  void an_unknown_address_is_404_or_401_without_a_token(String path) {
    Answer refused = officer.api().get(path).expectProblem(404, "not-found");
    assertThat(ProblemShape.require(refused).path("instance").asString()).isEqualTo(path);
    anyone.anonymous().get(path).expectProblem(401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "*", "nonsense", "a/b;c"})
  void an_unknown_address_is_404_with_any_content_type(String type) {
    Api api = officer.api().with("Content-Type", type);
    api.get("/api/nothing").expectProblem(404, "not-found");
    api.send("POST", "/api/calls/", type, "{}").expectProblem(404, "not-found");
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /api/calls, GET POST",
    "PATCH, /api/clients, GET POST",
    "PUT, /api/officers, GET POST",
    "POST, /api/calls/0190f5a0-0000-7000-8000-000000000000, GET PUT PATCH DELETE",
    "POST, /api/clients/0190f5a0-0000-7000-8000-000000000000/calls, GET",
    "GET, /api/auth/login, POST",
    "HEAD, /api/auth/login, POST",
    "DELETE, /api/auth/register, POST",
    "POST, /api/auth/profile, GET",
    "PROPFIND, /api/calls, GET POST",
    "get, /api/calls, GET POST",
  })
  void an_unsupported_method_is_405_with_the_allowed_methods(
      String method, String path, String allowed) {
    Answer refused = officer.api().send(method, path, null, null);
    if (!method.equals("HEAD")) {
      ProblemShape.require(refused.expectProblem(405, "method-not-allowed"));
    }
    assertThat(refused.expect(405).header("Allow").split(",\\s*"))
        .containsExactlyInAnyOrder(allowed.split(" "));
  }

  @ParameterizedTest
  @CsvSource({
    "/api/calls, GET HEAD POST OPTIONS, ''",
    "/api/auth/login, POST OPTIONS, ''",
    "/api/clients/0190f5a0-0000-7000-8000-000000000000, GET HEAD PUT PATCH DELETE OPTIONS,"
        + " 'application/merge-patch+json, application/json'",
  })
  void options_names_the_allowed_methods_and_patch_formats(
      String path, String allowed, String patches) {
    Answer answer = officer.api().send("OPTIONS", path, null, null).expect(200);
    assertThat(answer.header("Allow").split(",\\s*")).containsExactlyInAnyOrder(allowed.split(" "));
    assertThat(answer.header("Accept-Patch")).isEqualTo(patches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/html", "application/xml", "application/yaml", "text/csv", "image/*", "x"})
  void other_accepted_types_than_json_are_406(String accept) {
    for (String path : List.of("/api/regions", "/api/clients/" + UUID.randomUUID())) {
      Answer refused = officer.api().with("Accept", accept).get(path);
      ProblemShape.require(refused.expectProblem(406, "not-acceptable"));
    }
    Answer refused = officer.api().with("Accept", accept).post("/api/calls", Samples.call());
    ProblemShape.require(refused.expectProblem(406, "not-acceptable"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/*",
        "text/html, application/json;q=0.1",
        "application/json;charset=utf-8",
      })
  void json_is_returned_if_it_is_acceptable(String accept) {
    Answer answer = officer.api().with("Accept", accept).get("/api/calls").expect(200);
    assertThat(answer.header("Content-Type")).startsWith("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain", "application/x-www-form-urlencoded", "multipart/form-data;boundary=x",
        "application/xml", "application/merge-patch+json", "application/json;charset=ISO-8859-1",
        "application/json;charset=UTF-16", "application/yaml", "application/vnd.calllog+json",
        "application/json;charset=nonsense", "nonsense",
      })
  void other_bodies_than_json_in_utf8_are_415(String type) {
    Answer refused = officer.api().send("POST", "/api/calls", type, Samples.call());
    ProblemShape.require(refused.expectProblem(415, "unsupported-media-type"));
    assertThat(refused.header("Accept")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=UTF-8",
        "application/json; charset=utf-8",
        "APPLICATION/JSON",
        "application/json;charset=\"utf-8\"",
      })
  void json_in_utf8_is_accepted(String type) {
    officer.api().send("POST", "/api/calls", type, Samples.call()).expect(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "br", "identity, deflate", "nonsense"})
  void an_encoded_body_is_415(String encoding) {
    Answer refused = officer.api().with("Content-Encoding", encoding).post("/api/calls", "{}");
    ProblemShape.require(refused.expectProblem(415, "unsupported-media-type"));
    assertThat(refused.header("Accept-Encoding")).isEqualTo("identity");
    assertThat(refused.text("/detail")).contains("Content-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity"})
  void the_encoding_identity_is_accepted(String encoding) {
    officer.api().with("Content-Encoding", encoding).post("/api/calls", Samples.call()).expect(201);
  }

  @Test
  void a_body_may_have_one_mebibyte() {
    String call = "{\"type\":\"OUTGOING\",\"outcome\":\"BUSY\",\"durationSeconds\":1}";
    String full = call + " ".repeat(MEBIBYTE - call.length());
    officer.api().post("/api/calls", full).expect(201);
    Answer refused = officer.api().post("/api/calls", full + " ");
    ProblemShape.require(refused.expectProblem(413, "body-too-large"));
  }

  @Test
  void a_chunked_body_may_have_one_mebibyte() {
    var raw = new RawHttp(anyone);
    String head =
        "POST /api/calls HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer %s\r\n"
                .formatted(officer.token())
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    String chunk = "10000\r\n" + " ".repeat(65_536) + "\r\n";
    Answer refused = raw.send(head + chunk.repeat(16) + "1\r\n \r\n0\r\n\r\n");
    ProblemShape.require(refused.expectProblem(413, "body-too-large"));

    String call = "{\"type\":\"OUTGOING\",\"outcome\":\"BUSY\",\"durationSeconds\":1}";
    raw.send(head + "%s\r\n%s\r\n0\r\n\r\n".formatted(Integer.toHexString(call.length()), call))
        .expect(201);
  }

  @Test
  void a_missing_body_is_required() {
    for (String path : List.of("/api/calls", "/api/clients")) {
      Answer refused = officer.api().send("POST", path, "application/json", null);
      assertThat(ProblemShape.places(refused)).containsExactly("");
      assertThat(ProblemShape.places(officer.api().post(path, ""))).containsExactly("");
      assertThat(ProblemShape.places(officer.api().post(path, " \n "))).containsExactly("");
    }
  }

  @Test
  void every_request_without_a_token_is_401() {
    Api anonymous = anyone.anonymous();
    String path = "/api/clients/" + UUID.randomUUID();
    for (Answer refused :
        List.of(
            anonymous.get(path),
            anonymous.get("/api/clients?limit=x"),
            anonymous.send("PATCH", path, "text/plain", "x"),
            anonymous.send("DELETE", "/api/calls", null, null),
            anonymous.post("/api/calls", "{"),
            anonymous.with("Accept", "text/html").get("/api/calls"),
            anonymous.as("nonsense").get(path),
            anonymous.with("Authorization", "Basic YTpi").get(path))) {
      ProblemShape.require(refused.expectProblem(401, "unauthenticated"));
      assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }
  }

  @Test
  void a_malformed_request_is_refused_before_the_resource_is_read() {
    String hidden = "/api/clients/" + UUID.randomUUID();
    Api api = officer.api();
    api.send("PATCH", hidden, "text/plain", "x").expectProblem(415, "unsupported-media-type");
    api.with("Content-Encoding", "gzip")
        .patch(hidden, "{}")
        .expectProblem(415, "unsupported-media-type");
    api.put(hidden, "x".repeat(MEBIBYTE + 1)).expectProblem(413, "body-too-large");
    api.patch(hidden, "{").expectProblem(400, "malformed-json");
    for (Answer refused :
        List.of(
            api.ifMatch("3").patch(hidden, "{}"),
            api.patch(hidden, Api.json("x", 1)),
            api.get(hidden + "?x=1"),
            api.delete(hidden + "?x=1"))) {
      ProblemShape.require(refused.expectProblem(400, "invalid-input"));
    }
  }

  @Test
  void all_errors_of_query_and_body_are_reported_together() {
    Answer refused = officer.api().post("/api/clients?x=1&y=2", Api.json("z", 1));
    assertThat(ProblemShape.places(refused)).containsExactlyInAnyOrder("?x", "?y", "/z", "/name");
  }

  @Test
  void all_responses_have_cache_and_content_type_headers() {
    Answer refused = officer.api().get("/api/nothing").expect(404);
    for (Answer answer : List.of(refused, officer.api().get("/api/calls").expect(200))) {
      assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    }
  }

  @Test
  void each_problem_has_its_own_trace_id() {
    String one = officer.api().get("/api/nothing").text("/traceId");
    assertThat(officer.api().get("/api/nothing").text("/traceId")).isNotEqualTo(one);
  }

  @Test
  void head_is_get_without_a_body() {
    Answer answer = officer.api().send("HEAD", "/api/calls", null, null).expect(200);
    assertThat(answer.body()).isEmpty();
    officer.api().send("HEAD", "/api/calls/" + UUID.randomUUID(), null, null).expect(404);
  }
}
