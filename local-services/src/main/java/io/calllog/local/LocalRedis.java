package io.calllog.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server in a directory that this process has locked. The embedded-redis library supplies
 * only the executable: a server that the library starts receives the terminal's Ctrl-C and ends
 * before the application has completed its last request.
 */
final class LocalRedis implements AutoCloseable {

  /** The port of kept data, where you can find the server with redis-cli. */
  static final int PREFERRED_PORT = 63799;

  private static final Logger LOG = LoggerFactory.getLogger(LocalRedis.class);

  private final LocalDirectory directory;
  private final RedisConnection connection;

  private LocalRedis(LocalDirectory directory, RedisConnection connection) {
    this.directory = directory;
    this.connection = connection;
  }

  /**
   * Starts the server and returns when it accepts connections.
   *
   * @param limit how long to wait for the server
   * @throws LocalServicesException if it does not start, with the end of its log
   */
  static LocalRedis start(LocalDirectory directory, DataLifetime lifetime, Duration limit) {
    String password = directory.secret("redis-password");
    ServerProcess.endLeftover(pidFile(directory), directory.executables());
    try {
      LocalDirectory.createDirectory(directory.executables());
      LocalDirectory.createDirectory(directory.redisData());
      LocalDirectory.createFile(directory.redisLog());
      var connection =
          new RedisConnection(
              LocalServices.HOST, LocalServices.choosePort(lifetime, PREFERRED_PORT), password);
      launch(directory, writeConfiguration(directory, lifetime, connection));
      if (!ServerProcess.await(() -> acceptsConnections(directory), limit)) {
        ServerProcess.endLeftover(pidFile(directory), directory.executables());
        throw cannotStart(directory, "it is not ready after " + limit.toSeconds() + " s", null);
      }
      LOG.info("Local Redis listens on {}. Your own: SPRING_DATA_REDIS_URL.", connection);
      return new LocalRedis(directory, connection);
    } catch (IOException e) {
      throw cannotStart(directory, e.toString(), e);
    }
  }

  RedisConnection connection() {
    return connection;
  }

  /** Stops the server and returns when it has written its data and ended. */
  @Override
  public void close() {
    ServerProcess.find(pidFile(directory), directory.executables()).ifPresent(ServerProcess::end);
  }

  static Path pidFile(LocalDirectory directory) {
    return directory.redisData().resolve("redis.pid");
  }

  /** A file instead of options, because other users of the machine can see the options. */
  private static Path writeConfiguration(
      LocalDirectory directory, DataLifetime lifetime, RedisConnection connection)
      throws IOException {
    Path file = directory.redisData().resolve("redis.conf");
    LocalDirectory.createFile(file);
    return Files.write(
        file,
        List.of(
            "bind " + connection.host(),
            "port " + connection.port(),
            "requirepass " + connection.password(),
            // Leaves the process group of the terminal.
            "daemonize yes",
            "pidfile " + quoted(pidFile(directory)),
            "logfile " + quoted(directory.redisLog()),
            "dir " + quoted(directory.redisData()),
            "save \"\"",
            "appendonly " + (lifetime == DataLifetime.KEPT ? "yes" : "no"),
            "appendfsync everysec"));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void launch(LocalDirectory directory, Path configuration) throws IOException {
    Path executable =
        ExecutableProvider.newJarResourceProvider(directory.executables().toFile()).get().toPath();
    new ProcessBuilder(executable.toString(), configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(Redirect.appendTo(directory.redisLog().toFile()))
        .start();
  }

  private static boolean acceptsConnections(LocalDirectory directory) {
    try {
      return Files.readString(directory.redisLog(), StandardCharsets.ISO_8859_1)
          .contains("Ready to accept connections");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalServicesException cannotStart(
      LocalDirectory directory, String reason, @Nullable Exception cause) {
    return new LocalServicesException(
        "The local Redis cannot be started: %s. The end of %s:%n%n%s"
            .formatted(reason, directory.redisLog(), LocalDirectory.tail(directory.redisLog())),
        "Fix what the log reports. If you do not need the data, delete %s. Or use a Redis of your"
                .formatted(directory.path())
            + " own: set spring.data.redis.url.",
        cause);
  }
}
