package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Checks the form of error responses (RFC 9457), and that they contain no internals. */
public final class ProblemShape {

  private static final Pattern INTERNALS =
      Pattern.compile(
          "(?i)io\\.calllog|org\\.(springframework|apache|postgresql|hibernate)|java\\.|jakarta\\."
              + "|tools\\.jackson|com\\.fasterxml|Exception|\\bat [\\w.$]+\\(|<html|Tomcat"
              + "|\\b(SELECT|INSERT|UPDATE|DELETE) .*\\b(FROM|INTO|SET|WHERE)\\b|SQLSTATE|deleted_at"
              + "|password_hash");

  /** The property that problems with a code have in addition. */
  private static final Map<String, String> PROPERTIES =
      Map.of("client-merged", "mergedInto", "possible-duplicate", "possibleDuplicates");

  private ProblemShape() {}

  /** Asserts that an error response has the documented form, and returns it. */
  public static JsonNode require(Answer answer) {
    String told = "%s answered %s %s".formatted(answer.request(), answer.status(), answer.body());
    assertThat(answer.header("Content-Type")).as(told).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    List<String> names = new ArrayList<>(problem.propertyNames());
    names.remove("errors");
    names.remove(PROPERTIES.get(problem.path("code").asString()));
    assertThat(names)
        .as(told)
        .containsExactlyInAnyOrder(
            "type", "title", "status", "detail", "instance", "code", "traceId");
    assertThat(problem.path("status").asInt()).as(told).isEqualTo(answer.status());
    assertThat(problem.path("code").asString()).as(told).matches("[a-z]+(-[a-z]+)*");
    assertThat(problem.path("type").asString())
        .as(told)
        .isEqualTo("/problems/" + problem.path("code").asString());
    assertThat(problem.path("title").asString()).as(told).isNotBlank();
    assertThat(problem.path("detail").asString()).as(told).isNotBlank();
    assertThat(problem.path("instance").isString()).as(told).isTrue();
    assertThat(problem.path("traceId").asString()).as(told).matches("[0-9a-f]{32}");
    assertThat(problem.has("errors")).as(told).isEqualTo(answer.status() == 400);
    problem.path("errors").forEach(error -> requireError(error, told));
    // the path and the names of unknown properties come from the request
    String ours = problem.path("title").asString() + problem.path("detail").asString();
    assertThat(INTERNALS.matcher(ours).find()).as(told).isFalse();
    return problem;
  }

  private static void requireError(JsonNode error, String told) {
    assertThat(Set.copyOf(error.propertyNames()))
        .as(told)
        .isIn(Set.of("pointer", "code", "message"), Set.of("parameter", "code", "message"));
    assertThat(error.path("code").asString()).as(told).matches("[a-z]+(-[a-z]+)*");
    assertThat(error.path("message").asString()).as(told).isNotBlank();
    assertThat(INTERNALS.matcher(error.path("message").asString()).find()).as(told).isFalse();
    if (error.has("pointer")) {
      assertThat(error.path("pointer").asString()).as(told).matches("(?s)|/.*");
    }
  }

  /** The places of all errors of a 400: pointers unchanged, parameters as {@code ?name}. */
  public static List<String> places(Answer answer) {
    List<String> places = new ArrayList<>();
    for (JsonNode error : require(answer.expect(400)).path("errors")) {
      places.add(
          error.has("pointer")
              ? error.path("pointer").asString()
              : "?" + error.path("parameter").asString());
    }
    return places;
  }
}
