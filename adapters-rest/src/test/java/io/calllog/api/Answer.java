package io.calllog.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response.
 *
 * @param request what was asked, for the messages of failed assertions
 * @param status of HTTP
 * @param headers of HTTP
 * @param body as text, empty when there is none
 */
public record Answer(String request, int status, HttpHeaders headers, String body) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** Asserts the status, and shows the body if it differs. */
  public Answer expect(int expected) {
    assertThat(status).as("%s answered %s", request, body).isEqualTo(expected);
    return this;
  }

  /** Asserts that this is a problem (RFC 9457) of a status and a code. */
  public Answer expectProblem(int expected, String code) {
    expect(expected);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    assertThat(text("/code")).as("%s answered %s", request, body).isEqualTo(code);
    return this;
  }

  /** The body. */
  public JsonNode json() {
    return JSON.readTree(body);
  }

  /**
   * The part of the body that a JSON pointer (RFC 6901) names; a missing node when there is none.
   */
  public JsonNode at(String pointer) {
    return json().at(pointer);
  }

  /** A text in the body, by JSON pointer. */
  public String text(String pointer) {
    return at(pointer).asString();
  }

  /** Waits until a change of the resource in the body has a later time, which has milliseconds. */
  public Answer waitForLaterTime() {
    Instant updatedAt = Instant.parse(text("/updatedAt"));
    await().pollDelay(Duration.ZERO).until(() -> Instant.now().minusMillis(1).isAfter(updatedAt));
    return this;
  }

  /** The id of the resource in the body. */
  public String id() {
    return text("/id");
  }

  /** The names of the headers, without that of the connection, which closes after many requests. */
  public Set<String> headerNames() {
    return headers.map().keySet().stream()
        .filter(name -> !name.equalsIgnoreCase("Connection"))
        .collect(Collectors.toSet());
  }

  /** The first header of this name; empty when there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The version of the resource that was answered. */
  public String etag() {
    return header("ETag");
  }
}
