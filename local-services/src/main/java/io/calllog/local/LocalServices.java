package io.calllog.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;

/**
 * The local PostgreSQL and the local Redis of a directory. A JVM has one instance per directory, so
 * that all application contexts use the same two servers.
 *
 * <p>A server starts when it is first requested. In a JVM that runs a {@link SpringApplication},
 * both servers stop after all its contexts have closed and so after the last request has completed;
 * elsewhere, call {@link #close()}. The next run on the directory ends servers that a killed JVM
 * has left running.
 *
 * <p>Thread-safe.
 */
public final class LocalServices implements AutoCloseable {

  static final String HOST = "127.0.0.1";

  private static final Logger LOG = LoggerFactory.getLogger(LocalServices.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Map<Path, LocalServices> BY_DIRECTORY = new HashMap<>();

  private final Path path;
  private final DataLifetime lifetime;
  private @Nullable FileChannel lock;
  private @Nullable LocalPostgres postgres;
  private @Nullable LocalRedis redis;

  private LocalServices(Path path, DataLifetime lifetime) {
    this.path = path;
    this.lifetime = lifetime;
  }

  /**
   * The services of a directory. This method starts no server and does not access the disk.
   *
   * @param directory for data, executables, logs and passwords; created when needed
   * @param lifetime of the data; the first call for a directory decides it for this JVM
   */
  public static LocalServices in(Path directory, DataLifetime lifetime) {
    synchronized (BY_DIRECTORY) {
      return BY_DIRECTORY.computeIfAbsent(
          directory.toAbsolutePath().normalize(), path -> create(path, lifetime));
    }
  }

  private static LocalServices create(Path path, DataLifetime lifetime) {
    LocalServices services = new LocalServices(path, lifetime);
    SpringApplication.getShutdownHandlers().add(services::close);
    return services;
  }

  /**
   * A random secret of the directory, the same in each run. Needs no server.
   *
   * @param name of the file in which the secret is kept
   * @return at least 256 bits in base64url
   * @throws LocalServicesException if the directory cannot be used
   */
  public synchronized String secret(String name) {
    return LocalDirectory.create(path).secret(name);
  }

  /**
   * Starts PostgreSQL unless it runs.
   *
   * @throws LocalServicesException if it cannot be started, or another run uses the directory
   */
  public synchronized PostgresConnection postgres() {
    if (postgres == null) {
      postgres = LocalPostgres.start(lockedDirectory(), lifetime, START_LIMIT);
    }
    return postgres.connection();
  }

  /**
   * Starts Redis unless it runs.
   *
   * @throws LocalServicesException if it cannot be started, or another run uses the directory
   */
  public synchronized RedisConnection redis() {
    if (redis == null) {
      redis = LocalRedis.start(lockedDirectory(), lifetime, START_LIMIT);
    }
    return redis.connection();
  }

  /**
   * Stops the servers and unlocks the directory. The data remain, and the next call of {@link
   * #postgres()} or {@link #redis()} starts a server again.
   */
  @Override
  public synchronized void close() {
    // Closed in reverse order, each of them even if another one fails.
    try (var _ = lock;
        var _ = postgres;
        var _ = redis) {
      lock = null;
      postgres = null;
      redis = null;
    } catch (IOException e) {
      LOG.error("The local services in {} could not be stopped.", path, e);
    }
  }

  /** The preferred port for kept data if it is free, else any free port. */
  static int choosePort(DataLifetime lifetime, int preferred) throws IOException {
    InetAddress address = InetAddress.ofLiteral(HOST);
    if (lifetime == DataLifetime.KEPT) {
      try (ServerSocket socket = new ServerSocket(preferred, 1, address)) {
        return socket.getLocalPort();
      } catch (IOException e) {
        LOG.info("Port {} is in use. Another one is chosen.", preferred);
      }
    }
    try (ServerSocket socket = new ServerSocket(0, 1, address)) {
      return socket.getLocalPort();
    }
  }

  private LocalDirectory lockedDirectory() {
    LocalDirectory directory = LocalDirectory.create(path);
    if (lock == null) {
      lock = directory.lock();
    }
    return directory;
  }
}
