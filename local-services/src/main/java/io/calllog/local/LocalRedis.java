package io.calllog.local;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A Redis server on a directory of which this process has the {@link DirectoryLock}. The library
 * only brings the executable: a server it starts belongs to the terminal, whose Ctrl-C would end it
 * while the application still answers requests.
 */
final class LocalRedis implements AutoCloseable {

  /** Where tools like redis-cli find it; far from Redis' own 6379. */
  static final int PREFERRED_PORT = 63799;

  private static final Logger LOG = LoggerFactory.getLogger(LocalRedis.class);
  private static final Duration START = Duration.ofSeconds(15);
  private static final int SOCKET_TIMEOUT_MILLIS = 500;
  private static final int ATTEMPTS = 3;
  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private final LocalDirectory directory;
  private final RedisConnection connection;

  private LocalRedis(LocalDirectory directory, RedisConnection connection) {
    this.directory = directory;
    this.connection = connection;
  }

  /**
   * Starts the server and returns when it answers.
   *
   * @throws LocalServicesException if it does not, with the end of its log
   */
  static LocalRedis start(LocalDirectory directory, DataLifetime lifetime) {
    return start(directory, lifetime, START);
  }

  /** Like {@link #start(LocalDirectory, DataLifetime)}, giving up after {@code limit}. */
  static LocalRedis start(LocalDirectory directory, DataLifetime lifetime, Duration limit) {
    try {
      LocalDirectory.ownerOnly(directory.binaries());
      LocalDirectory.ownerOnly(directory.redisData());
      ServerProcess.endLeftover(pidFile(directory), directory.binaries());
      File executable =
          ExecutableProvider.newJarResourceProvider(directory.binaries().toFile()).get();
      return startOnSomePort(directory, lifetime, limit, executable.toPath());
    } catch (IOException e) {
      throw LocalDirectory.unusable(directory.path(), e);
    }
  }

  RedisConnection connection() {
    return connection;
  }

  /** Lets the server write what it has to keep, and returns when it is gone. */
  @Override
  public void close() {
    ServerProcess.of(pidFile(directory), directory.binaries()).ifPresent(ServerProcess::end);
  }

  static Path pidFile(LocalDirectory directory) {
    return directory.redisData().resolve("redis.pid");
  }

  /** Another process may take the port between the look at it and the start: then again. */
  private static LocalRedis startOnSomePort(
      LocalDirectory directory, DataLifetime lifetime, Duration limit, Path executable)
      throws IOException {
    int port = lifetime == DataLifetime.KEPT ? Ports.preferredOrFree(PREFERRED_PORT) : Ports.free();
    String password = directory.secret("redis-password");
    for (int attempt = 1; ; attempt++) {
      RedisConnection connection = new RedisConnection(Ports.LOOPBACK, port, password);
      Path configuration = writeConfiguration(directory, lifetime, connection);
      launch(executable, configuration, directory);
      if (Patience.waitUntil(() -> answers(connection), limit)) {
        LOG.info("Redis listens on {}.", connection);
        return new LocalRedis(directory, connection);
      }
      ServerProcess.endLeftover(pidFile(directory), directory.binaries());
      if (attempt == ATTEMPTS || !Ports.isTaken(port)) {
        throw cannotStart(directory, limit);
      }
      LOG.info("Port {} was taken meanwhile: Redis is started on another one.", port);
      port = Ports.free();
    }
  }

  /** A file and not options: other users of the machine see a process' options. */
  private static Path writeConfiguration(
      LocalDirectory directory, DataLifetime lifetime, RedisConnection connection)
      throws IOException {
    Path file = directory.redisData().resolve("redis.conf");
    Files.deleteIfExists(file);
    Files.createFile(file, OwnerOnly.newFile(file));
    return Files.write(
        file,
        List.of(
            "bind " + connection.host(),
            "port " + connection.port(),
            "requirepass " + connection.password(),
            // Out of the terminal's process group. Redis for Windows cannot.
            "daemonize " + (WINDOWS ? "no" : "yes"),
            "pidfile " + quoted(pidFile(directory)),
            "logfile " + quoted(directory.redisLog().file()),
            "dir " + quoted(directory.redisData()),
            "save \"\"",
            "appendonly " + (lifetime == DataLifetime.KEPT ? "yes" : "no"),
            "appendfsync everysec"));
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static void launch(Path executable, Path configuration, LocalDirectory directory)
      throws IOException {
    directory.redisLog().clear();
    Process process =
        new ProcessBuilder(executable.toString(), configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.redisLog().append())
            .start();
    if (WINDOWS) {
      Files.writeString(pidFile(directory), Long.toString(process.pid()));
    }
  }

  /** Only our server knows the password, so an answer says whose it is. */
  private static boolean answers(RedisConnection connection) {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(Ports.ADDRESS, connection.port()), SOCKET_TIMEOUT_MILLIS);
      socket.setSoTimeout(SOCKET_TIMEOUT_MILLIS);
      String request = "AUTH " + connection.password() + "\r\nPING\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      BufferedReader replies =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return "+OK".equals(replies.readLine()) && "+PONG".equals(replies.readLine());
    } catch (IOException e) {
      return false;
    }
  }

  private static LocalServicesException cannotStart(LocalDirectory directory, Duration limit) {
    ServerLog log = directory.redisLog();
    return new LocalServicesException(
        "The local Redis has not started within %s seconds. The end of %s:%n%n%s"
            .formatted(limit.toSeconds(), log.file(), log.tail()),
        "Mend what the log names. Or use a Redis of your own: set spring.data.redis.url.",
        null);
  }
}
