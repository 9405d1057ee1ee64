package io.calllog.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP server on this machine.
 *
 * @param process null if it was running already; otherwise it ends with this program
 */
record Server(URI address, Process process) {

  /** From the port of a server that was started here to its management port. */
  private static final int TO_MANAGEMENT = 1000;

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();

  /** The running application at {@code -DbaseUrl}, by default http://127.0.0.1:8080. */
  static Server running() {
    var address = URI.create(Settings.text("baseUrl", "http://127.0.0.1:8080"));
    if (!"127.0.0.1".equals(address.getHost()) && !"localhost".equals(address.getHost())) {
      throw new Refused("Only this machine: http://127.0.0.1:…, not " + address);
    }
    return new Server(address, null);
  }

  /**
   * Starts a JVM. Does not wait until it answers.
   *
   * @param environment variables besides those of this program
   * @param arguments of java
   */
  static Server start(int port, Map<String, String> environment, List<String> arguments) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(Stream.concat(Stream.of(java), arguments.stream()).toList())
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target/port-" + port + ".log").toFile());
    builder.environment().putAll(environment);
    builder.environment().put("SERVER_ADDRESS", "127.0.0.1");
    builder.environment().put("SERVER_PORT", Integer.toString(port));
    builder.environment().put("MANAGEMENT_SERVER_PORT", Integer.toString(port + TO_MANAGEMENT));
    try {
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      return new Server(URI.create("http://127.0.0.1:" + port), process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the health of the application that was started here is UP, for two minutes at most. */
  Server awaitReady() throws InterruptedException {
    int port = address.getPort() + TO_MANAGEMENT;
    return await("http://127.0.0.1:" + port + "/actuator/health");
  }

  /** Waits until an address is answered with a success, for two minutes at most. */
  Server await(String path) throws InterruptedException {
    long start = System.nanoTime();
    while (!answers(path)) {
      if (!process.isAlive() || System.nanoTime() - start > 120e9) {
        throw new Refused(
            "No answer: see load-tests/target/port-%d.log".formatted(address.getPort()));
      }
      Thread.sleep(10);
    }
    return this;
  }

  private boolean answers(String path) throws InterruptedException {
    try {
      return send("GET", path, "", "").statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** Returns a token for an account with the password of the first administrator. */
  String signIn(String email) throws InterruptedException {
    String body = JSON.writeValueAsString(Map.of("email", email, "password", adminPassword()));
    return json(send("POST", "/api/auth/login", "", body)).path("accessToken").asString();
  }

  static String adminEmail() {
    return variable("CALLLOG_FIRST_ADMIN_EMAIL");
  }

  static String adminPassword() {
    return variable("CALLLOG_FIRST_ADMIN_PASSWORD");
  }

  JsonNode get(String path, String token) throws InterruptedException {
    return json(send("GET", path, token, ""));
  }

  /** Sends a request, whatever the response is. */
  HttpResponse<String> send(String method, String path, String token, String body)
      throws InterruptedException {
    var type = method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    var request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("No response from " + address, e);
    }
  }

  static JsonNode json(HttpResponse<String> response) {
    return json(response, 200);
  }

  static JsonNode json(HttpResponse<String> response, int expected) {
    if (response.statusCode() != expected) {
      throw new Refused(
          "%s: %d %s".formatted(response.uri(), response.statusCode(), response.body()));
    }
    return JSON.readTree(response.body());
  }

  /** Ends a process that was started here, and waits until it has ended. */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static String variable(String name) {
    String value = System.getenv().getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new Refused("Set the variables of the application, also for this program: " + name);
    }
    return value;
  }
}
