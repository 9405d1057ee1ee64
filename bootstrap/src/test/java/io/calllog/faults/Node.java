package io.calllog.faults;

import static org.awaitility.Awaitility.await;

import io.calllog.api.Api;
import io.calllog.api.Processes;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A node of the application: the shipped jar, as a process. */
final class Node implements AutoCloseable {

  private static final Path JAR =
      Path.of(Objects.requireNonNull(System.getProperty("calllog.jar"), "run by Maven"));
  private static final Duration START = Duration.ofMinutes(10);

  private final Path directory;
  private final String name;
  private final int port;
  private final int managementPort;
  private @Nullable Process process;

  Node(Path directory, String name, int port, int managementPort) {
    this.directory = directory;
    this.name = name;
    this.port = port;
    this.managementPort = managementPort;
  }

  /**
   * Starts it, without waiting.
   *
   * @param environment variables of the process
   */
  void start(List<String> settings, Map<String, String> environment) throws IOException {
    List<String> all = new ArrayList<>(settings);
    Collections.addAll(all, "server.port=" + port, "management.server.port=" + managementPort);
    var builder =
        Processes.node(directory, List.of("-Xmx256m"), JAR, all)
            .redirectOutput(Redirect.appendTo(directory.resolve(name + ".log").toFile()));
    builder.environment().putAll(environment);
    process = builder.start();
  }

  void awaitReady() {
    await()
        .atMost(START)
        .ignoreExceptions()
        .until(() -> management().get("/actuator/health/readiness").status() == 200);
  }

  /** Sends SIGTERM and waits until the node has ended. */
  void stop() throws InterruptedException {
    Process running = Objects.requireNonNull(process, "started");
    running.toHandle().destroy();
    if (!running.waitFor(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException(name + " does not stop");
    }
  }

  int port() {
    return port;
  }

  /** Sends requests to this node directly, not to the proxy. */
  Api api() {
    return Api.at(URI.create("http://127.0.0.1:" + port));
  }

  private Api management() {
    return Api.at(URI.create("http://127.0.0.1:" + managementPort));
  }

  ProcessHandle process() {
    return Objects.requireNonNull(process, "started").toHandle();
  }

  @Override
  public void close() {
    if (process != null) {
      Commands.signal("KILL", process.toHandle());
    }
  }
}
