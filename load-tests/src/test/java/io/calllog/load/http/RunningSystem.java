package io.calllog.load.http;

import io.gatling.javaapi.http.HttpDsl;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The system at {@code -DbaseUrl} (default http://127.0.0.1:8080), which must be on this machine.
 * Requests use the account of {@code -Demail} and {@code -Dpassword} (default: the administrator of
 * the demo organisation).
 */
final class RunningSystem {

  private static final Pattern LOCAL =
      Pattern.compile("http://(127\\.0\\.0\\.1|localhost)(:\\d+)?");

  private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

  private static final Pattern ITEM_ID = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"");

  private final String url;
  private final HttpClient client = HttpClient.newHttpClient();

  private RunningSystem(String url) {
    if (!LOCAL.matcher(url).matches()) {
      throw new IllegalArgumentException("Only http://127.0.0.1:<port>, or localhost, not " + url);
    }
    this.url = url;
  }

  static RunningSystem asSet() {
    return new RunningSystem(text("baseUrl", "http://127.0.0.1:8080"));
  }

  /** One token for all users, because sign-ins are slow by design and not measured here. */
  String signIn() {
    String body =
        "{\"email\":\"%s\",\"password\":\"%s\"}"
            .formatted(
                text("email", "admin@demo.calllog.example"), text("password", "field-demo-tour-1"));
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/api/auth/login"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    Matcher token = TOKEN.matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException("Signed in, but found no token in the answer");
    }
    return token.group(1);
  }

  /** The ids on the first page of a list. */
  List<String> firstIds(String token, String path) {
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .GET());
    return ITEM_ID.matcher(answer).results().map(match -> match.group(1)).toList();
  }

  HttpProtocolBuilder protocol(String token) {
    return HttpDsl.http
        .baseUrl(url)
        .authorizationHeader("Bearer " + token)
        .acceptHeader("application/json")
        .shareConnections()
        .disableCaching();
  }

  static String text(String name, String otherwise) {
    String value = System.getProperty(name, "");
    return value.isBlank() ? otherwise : value;
  }

  static int number(String name, int otherwise) {
    return Integer.parseInt(text(name, Integer.toString(otherwise)));
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + url + ": is it running?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
