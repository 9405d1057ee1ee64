package io.calllog.cache;

import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;

/** A process of Redis for one test: a primary, a replica, a node of a cluster, or a Sentinel. */
final class RedisServer implements AutoCloseable {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

  /** A cluster listens on a second port, so much above. */
  private static final int CLUSTER_BUS = 10_000;

  private static final int HIGHEST_PORT = 65_535 - CLUSTER_BUS;

  private static @Nullable File executable;

  private final int port;
  private final Process process;

  private RedisServer(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Starts a server without persistence.
   *
   * @param directory for its files
   * @param settings lines of redis.conf
   */
  static RedisServer start(Path directory, String... settings) {
    return start(directory, List.of(), settings);
  }

  /** Starts a Sentinel that fails over half a second after the primary stops responding. */
  static RedisServer sentinel(Path directory, String name, RedisServer primary) {
    return start(
        directory,
        List.of("--sentinel"),
        "sentinel monitor %s 127.0.0.1 %s 1".formatted(name, primary.port),
        "sentinel down-after-milliseconds %s 500".formatted(name),
        "sentinel failover-timeout %s 3000".formatted(name));
  }

  private static RedisServer start(Path directory, List<String> options, String... settings) {
    int port = freePort();
    try {
      Path files = Files.createDirectory(directory.resolve("redis-" + port));
      List<String> lines = new ArrayList<>(List.of(settings));
      lines.add("port " + port);
      lines.add("bind 127.0.0.1");
      lines.add("dir \"%s\"".formatted(files));
      if (options.isEmpty()) {
        lines.add("save \"\"");
        lines.add("repl-diskless-sync yes");
        lines.add("repl-diskless-sync-delay 0");
      }
      Path configuration = Files.write(files.resolve("redis.conf"), lines);
      List<String> command = new ArrayList<>();
      command.add(executable(directory).toString());
      command.add(configuration.toString());
      command.addAll(options);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(files.resolve("log").toFile())
              .start();
      var server = new RedisServer(port, process);
      await()
          .atMost(LONG_ENOUGH)
          .ignoreExceptions()
          .until(() -> server.asked(RedisCommands::ping).equals("PONG"));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  String address() {
    return "127.0.0.1:" + port;
  }

  /** Sends commands on a connection of their own. */
  <T> T asked(Function<RedisCommands<String, String>, T> commands) {
    RedisClient client = RedisClient.create(RedisURI.create("127.0.0.1", port));
    try (var connection = client.connect()) {
      return commands.apply(connection.sync());
    } finally {
      client.shutdown(Duration.ZERO, LONG_ENOUGH);
    }
  }

  /** Kills the process, as the loss of its machine does. */
  void kill() {
    process.destroyForcibly();
    await().atMost(LONG_ENOUGH).until(() -> !process.isAlive());
  }

  /** Suspends the process: it hangs, and its connections stay open. */
  void suspend() {
    try {
      new ProcessBuilder("kill", "-STOP", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  private static synchronized File executable(Path directory) throws IOException {
    if (executable == null || !executable.exists()) {
      executable = ExecutableProvider.newJarResourceProvider(directory.toFile()).get();
    }
    return executable;
  }

  /** A port whose cluster bus is free too. */
  private static int freePort() {
    while (true) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = socket.getLocalPort();
        if (port <= HIGHEST_PORT && isFree(port + CLUSTER_BUS)) {
          return port;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
