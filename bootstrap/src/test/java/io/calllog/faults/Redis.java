package io.calllog.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A Redis server that can be killed and started again, then empty. */
final class Redis implements AutoCloseable {

  private final Path directory;
  private final int port;
  private @Nullable Process process;

  Redis(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  void start() throws IOException {
    String executable =
        ExecutableProvider.newJarResourceProvider(directory.toFile()).get().toString();
    process =
        new ProcessBuilder(
                executable, "--bind", "127.0.0.1", "--port", String.valueOf(port), "--save", "")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(directory.resolve("redis.log").toFile()))
            .start();
    await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(this::accepts);
  }

  int port() {
    return port;
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  ProcessHandle process() {
    return Objects.requireNonNull(process, "started").toHandle();
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  private boolean accepts() throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    }
  }
}
