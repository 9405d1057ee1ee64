package io.calllog.api.hostile;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.ProblemShape;
import io.calllog.api.RawHttp;
import io.calllog.api.RestOnFakes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** All operations refuse malformed requests. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class MalformedApiTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Targets targets;
  private final RawHttp raw;

  MalformedApiTest(Api api, Accounts accounts) {
    this.targets = new Targets(api, accounts);
    this.raw = new RawHttp(api);
  }

  @ParameterizedTest
  @CsvSource({"[, ]", "'{\"a\":', }"})
  void ten_thousand_levels_in_every_body(String open, String close) {
    String deep = open.repeat(10_000) + "1" + close.repeat(10_000);
    for (Operation operation : targets.withBodies()) {
      ProblemShape.require(targets.send(operation, deep).expect(400));
      for (String name : targets.properties(operation).keySet()) {
        String body = with(targets.body(operation), name, deep);
        ProblemShape.require(targets.send(operation, body).expect(400));
      }
    }
  }

  @Test
  void each_property_twice_in_every_body() {
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.properties(operation).keySet()) {
        String twice = "null,\"" + name + "\":null";
        Answer refused =
            targets.send(operation, with(targets.body(operation), name, twice)).expect(400);
        assertThat(ProblemShape.places(refused)).as(operation.name()).contains("/" + name);
        assertThat(refused.body()).as(operation.name()).contains("\"duplicate\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\u0301", "\u0316\u0301", "\u200B"})
  void text_of_the_maximum_body_size_in_every_property(String repeated) {
    int most = 1_000_000 / repeated.getBytes(UTF_8).length;
    String text = "\"x" + repeated.repeat(most) + "y\"";
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.properties(operation).keySet()) {
        String body = with(targets.body(operation), name, text);
        Answer answer = targets.send(operation, body);
        if (answer.status() != 204) { // signing out of an unknown session
          ProblemShape.require(answer);
        }
        assertThat(answer.status()).as(operation.name() + " " + name).isIn(204, 400, 401);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e400", "-1e400", "1e-400", "99999999999999999999", "-9223372036854775809"})
  void huge_numbers_in_every_property(String number) {
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.properties(operation).keySet()) {
        Answer refused = targets.send(operation, with(targets.body(operation), name, number));
        assertThat(ProblemShape.places(refused)).as(operation.name()).contains("/" + name);
      }
    }
  }

  @Test
  void huge_numbers_in_every_parameter() {
    for (Operation operation : targets.operations()) {
      for (String name : targets.queryParameters(operation)) {
        for (String number : List.of("9".repeat(1_000), "-" + "9".repeat(1_000))) {
          Answer answer =
              targets.admin().api().get(targets.address(operation) + "?" + name + "=" + number);
          assertThat(ProblemShape.places(answer)).as(operation.name()).contains("?" + name);
        }
      }
    }
  }

  @Test
  void invalid_utf8_in_every_text() {
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.texts(operation)) {
        for (String bytes : List.of("\u00ff", "\u00c0\u00af", "\u00ed\u00a0\u0080", "\u00c3")) {
          String body = with(targets.body(operation), name, "\"x" + bytes + "\"");
          Answer refused = raw.send(request(operation, targets.address(operation), body));
          ProblemShape.require(refused.expectProblem(400, "malformed-json"));
        }
      }
    }
  }

  @Test
  void more_than_the_maximum_in_every_body() {
    for (Operation operation : targets.withBodies()) {
      int mebibytes = operation.path().equals("/api/calls/batch") ? 4 : 1;
      String filled = "\"" + "x".repeat(mebibytes * 1_048_576 + 1) + "\"";
      ProblemShape.require(targets.send(operation, filled).expectProblem(413, "body-too-large"));
    }
  }

  @Test
  void very_long_texts_in_every_property() {
    for (Operation operation : targets.withBodies()) {
      for (String name : targets.texts(operation)) {
        if (name.equals("refreshToken") || name.equals("currentPassword")) {
          continue; // their text is not validated, only compared
        }
        String filled = "\"" + "x".repeat(1_000_000) + "\"";
        Answer refused = targets.send(operation, with(targets.body(operation), name, filled));
        assertThat(refused.status()).as(operation.name() + " " + name).isIn(400, 401);
        assertThat(ProblemShape.require(refused).toString()).hasSizeLessThan(5_000);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%00",
        "/%00",
        "%00.json",
        ";x=y",
        "/;x=y",
        "%3bx=y",
        "/.",
        "/..",
        "/../",
        "/%2e",
        "/%2e%2e",
        "/..;/",
        "/..%2f",
        "%2f",
        "%5c",
        "\\",
        "//",
        "/",
        "%20",
        "%0d%0aX:%20y",
        "%ff",
        "%c0%ae",
        "%u002e",
        ".json",
        "~",
        "%252e%252e%252f",
      })
  void suffixes_of_every_path(String trick) {
    for (Operation operation : targets.operations()) {
      requireStranger(operation, targets.address(operation) + trick);
    }
  }

  @Test
  void changed_segments_of_every_path() {
    for (Operation operation : targets.operations()) {
      String path = targets.address(operation);
      List<String> tricked = new ArrayList<>();
      for (String slash : List.of("//", "/./", "/x/../", "/%2e/", "%2f", "/;x/", "\\", "/%00/")) {
        tricked.add(path.replaceFirst("^/api/", Matcher.quoteReplacement("/api" + slash)));
        tricked.add(slash.startsWith("/") ? slash + path.substring(1) : "/" + slash + path);
      }
      tricked.add(path.replace("/api/", "/API/"));
      tricked.add(path.replace("/api/", "/%61pi/").replace("c", "%63") + "%00");
      tricked.add("/swagger-ui.html/.." + path);
      tricked.add("/v3/api-docs/..;" + path);
      tricked.add("/swagger-ui/%2e%2e/%2e%2e" + path);
      tricked.add("/api/auth/login/.." + path.substring(4));
      tricked.forEach(target -> requireStranger(operation, target));
    }
  }

  /** No operation exists at such a path, for anonymous requests and for administrators. */
  private void requireStranger(Operation operation, String target) {
    String body = JSON.writeValueAsString(targets.body(operation));
    Answer known = raw.send(request(operation, target, body));
    boolean besideId = target.startsWith("/api/calls/batch"); // as an id, it is a call
    assertThat(known.status())
        .as(known.request() + known.body())
        .isIn(400, 404, besideId ? 405 : 404);
    ProblemShape.require(known);
    String anonymous =
        request(operation, target, body).replaceFirst("Authorization: [^\r]*\r\n", "");
    Answer unknown = raw.send(anonymous);
    assertThat(unknown.status()).as(unknown.request() + unknown.body()).isIn(400, 401, 404);
    ProblemShape.require(unknown);
  }

  /** The bytes of a request, one for each character. */
  private String request(Operation operation, String target, String body) {
    return """
    %s %s HTTP/1.1\r
    Host: a\r
    Connection: close\r
    Authorization: Bearer %s\r
    Content-Type: %s\r
    Content-Length: %s\r
    \r
    %s\
    """
        .formatted(
            operation.method(),
            target,
            targets.admin().token(),
            targets.type(operation),
            body.getBytes(ISO_8859_1).length,
            body);
  }

  /** A body with one value in an unusual JSON notation. */
  private static String with(Map<String, @Nullable Object> body, String name, String json) {
    body.remove(name);
    String others = JSON.writeValueAsString(body);
    String separator = body.isEmpty() ? "" : ",";
    return others.substring(0, others.length() - 1)
        + separator
        + "\"%s\":".formatted(name)
        + json
        + "}";
  }
}
