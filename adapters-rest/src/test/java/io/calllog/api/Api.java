package io.calllog.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests to a running application over HTTP, and adds nothing to them that the test did not
 * ask for. Immutable: {@link #as} and {@link #with} return another instance.
 *
 * <p>Bodies are sent as given when they are a {@link String}, otherwise as JSON. Paths are appended
 * unchanged, so the test must encode them.
 */
public final class Api {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The timeout of a request, so that a test fails instead of waiting for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final URI base;
  private final Map<String, String> headers;
  private final Consumer<Exchange> observer;

  private Api(URI base, Map<String, String> headers, Consumer<Exchange> observer) {
    this.base = base;
    this.headers = headers;
    this.observer = observer;
  }

  /** Sends requests to the application at this address, without a token. */
  public static Api at(URI base) {
    return new Api(base, Map.of(), _ -> {});
  }

  /** Passes each exchange to an observer, which may throw if it is wrong. */
  public Api observedBy(Consumer<Exchange> newObserver) {
    return new Api(base, headers, newObserver);
  }

  /** A JSON object of names and values in turn; unlike {@link Map#of} it takes null. */
  public static Map<String, @Nullable Object> json(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  /** Sends this access token. */
  public Api as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** Sends no access token. */
  public Api anonymous() {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.remove("Authorization");
    return new Api(base, others, observer);
  }

  /** Sends this header too, instead of one of the same name. */
  public Api with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Api(base, more, observer);
  }

  /** Sends {@code If-Match} with this entity tag. */
  public Api ifMatch(String etag) {
    return with("If-Match", etag);
  }

  /** Sends a GET. */
  public Answer get(String path) {
    return send("GET", path, null, null);
  }

  /** Reads all pages of a list. The address has a query. */
  public List<JsonNode> items(String address) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = get(address + cursor).expect(200);
      page.at("/items").forEach(items::add);
      JsonNode next = page.at("/nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return items;
  }

  /** Sends a POST with {@code application/json}. */
  public Answer post(String path, Object body) {
    return send("POST", path, "application/json", body);
  }

  /** Sends a PUT with {@code application/json}. */
  public Answer put(String path, Object body) {
    return send("PUT", path, "application/json", body);
  }

  /** Sends a PATCH with {@code application/merge-patch+json}. */
  public Answer patch(String path, Object body) {
    return send("PATCH", path, "application/merge-patch+json", body);
  }

  /** Sends a DELETE. */
  public Answer delete(String path) {
    return send("DELETE", path, null, null);
  }

  /** Sends any request. */
  public Answer send(
      String method, String path, @Nullable String contentType, @Nullable Object body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
    headers.forEach(request::setHeader);
    if (contentType != null) {
      request.setHeader("Content-Type", contentType);
    }
    String text = body == null ? null : textOf(body);
    request.method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
    Answer answer = sent(request.build());
    if (!path.startsWith("/api/jobs")) { // names of jobs are no personal data
      NoSecretsInLog.remember(headers.get("Authorization"), text, answer);
    }
    observer.accept(new Exchange(method, request.build().uri(), text, answer));
    return answer;
  }

  /** The address of the application. */
  public URI base() {
    return base;
  }

  private static String textOf(Object body) {
    return body instanceof String text ? text : JSON.writeValueAsString(body);
  }

  private static Answer sent(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      return new Answer(
          request.method() + " " + request.uri(),
          response.statusCode(),
          response.headers(),
          response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
