package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@link OpenApiContract} reports every difference from the document. */
class OpenApiContractTest {

  private static final String PROBLEM =
      """
      {"type":"/problems/not-found","title":"Not found","status":404,"detail":"No such thing.",\
      "instance":"/api/things","code":"not-found","traceId":"0123456789abcdef0123456789abcdef"}\
      """;

  private final OpenApiContract contract =
      new OpenApiContract(
          new OpenApiDocument(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"paths": {"/api/things/{id}": {
                        "get": {
                          "parameters": [{"in": "query", "name": "q"}],
                          "responses": {
                            "200": {
                              "headers": {"ETag": {"required": true}, "Link": {}},
                              "content": {"application/json": {
                                "schema": {"$ref": "#/components/schemas/Thing"}}}},
                            "304": {"description": "Unchanged"}}},
                        "put": {
                          "requestBody": {"content": {"application/json": {"schema": {
                            "type": "object", "properties": {"name": {"type": "string"}}}}}},
                          "responses": {"204": {"description": "Replaced"}}}}},
                       "components": {"schemas": {"Thing": {
                         "type": "object", "required": ["id"],
                         "properties": {
                           "id": {"type": "string", "format": "uuid"},
                           "at": {"type": ["string", "null"], "format": "date-time"}}}}}}\
                      """)));

  @Test
  void accepts_an_exchange_that_matches_the_document() {
    assertThatCode(
            () -> {
              get("?q=x", 200, "{\"id\":\"0190f5a0-0000-7000-8000-000000000000\",\"at\":null}");
              get("", 304, "");
              exchange("PUT", "", "{\"name\":\"x\"}", 204, "", Map.of());
            })
        .doesNotThrowAnyException();
  }

  @Test
  void an_undescribed_request_must_be_refused_with_a_problem() {
    var problem = Map.of("Content-Type", "application/problem+json");
    assertThatCode(() -> exchange("GET", "/more", null, 404, PROBLEM, problem))
        .doesNotThrowAnyException();
    notices(
        () -> exchange("GET", "/more", null, 404, "<html>", Map.of("Content-Type", "text/html")));
    notices(() -> exchange("GET", "/more", null, 403, PROBLEM, problem));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"id\":7}",
        "{\"id\":\"7\"}",
        "{\"id\":null}",
        "{\"id\":\"0190f5a0-0000-7000-8000-000000000000\",\"at\":\"yesterday\"}",
        "{\"id\":\"0190f5a0-0000-7000-8000-000000000000\",\"more\":null}",
      })
  void reports_a_body_that_does_not_match(String body) {
    notices(() -> get("", 200, body));
  }

  @Test
  void reports_any_other_difference() {
    String thing = "{\"id\":\"0190f5a0-0000-7000-8000-000000000000\"}";
    notices(() -> get("", 201, thing));
    notices(() -> get("?more=x", 200, thing));
    notices(() -> get("", 304, thing));
    notices(() -> exchange("GET", "", null, 200, thing, Map.of("Content-Type", "text/plain")));
    notices(
        () -> exchange("GET", "", null, 200, thing, Map.of("Content-Type", "application/json")));
    notices(() -> exchange("PUT", "", "{}", 204, "", Map.of("ETag", "\"1\"")));
    notices(() -> exchange("PUT", "", "{\"more\":1}", 204, "", Map.of()));
    notices(() -> exchange("PUT", "", "no JSON", 204, "", Map.of()));
  }

  private static void notices(Runnable exchange) {
    assertThatThrownBy(exchange::run).isInstanceOf(AssertionError.class);
  }

  private void get(String query, int status, String body) {
    Map<String, String> headers = new HashMap<>();
    if (status == 200) {
      headers.put("ETag", "\"1\"");
    }
    headers.put("Content-Type", "application/json");
    exchange("GET", query, null, status, body, headers);
  }

  private void exchange(
      String method,
      String rest,
      @Nullable String sent,
      int status,
      String body,
      Map<String, String> headers) {
    Map<String, List<String>> all = new HashMap<>();
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    Answer answer = new Answer(method + rest, status, HttpHeaders.of(all, (_, _) -> true), body);
    URI uri = URI.create("http://localhost/api/things/7" + rest);
    contract.accept(new Exchange(method, uri, sent, answer));
  }
}
