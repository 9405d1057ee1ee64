package io.calllog.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local PostgreSQL and the local Redis of one directory. A JVM has one instance per directory,
 * shared by everybody in it, so that many application contexts use the same two servers.
 *
 * <p>A server is started when it is first asked for. Both are stopped when the JVM ends in an
 * orderly way, after every application context has closed: requests in flight still find them. What
 * a killed JVM leaves behind is ended by the next run on the directory.
 *
 * <p>May be used from several threads.
 */
public final class LocalServices implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalServices.class);
  private static final Map<Path, LocalServices> BY_DIRECTORY = new HashMap<>();

  private final Path path;
  private final DataLifetime lifetime;
  private boolean closedAtExit;
  private @Nullable DirectoryLock lock;
  private @Nullable LocalPostgres postgres;
  private @Nullable LocalRedis redis;

  private LocalServices(Path path, DataLifetime lifetime) {
    this.path = path;
    this.lifetime = lifetime;
  }

  /**
   * The services of a directory. Neither touches the disk nor starts anything.
   *
   * @param directory where data, binaries, logs and passwords are kept; made when needed
   * @param lifetime what the first to ask wants; the directory keeps to it in this JVM
   */
  public static LocalServices in(Path directory, DataLifetime lifetime) {
    synchronized (BY_DIRECTORY) {
      return BY_DIRECTORY.computeIfAbsent(
          directory.toAbsolutePath().normalize(), path -> new LocalServices(path, lifetime));
    }
  }

  /**
   * Says that this JVM runs Spring applications: at its end, services stop after the applications.
   */
  public static void stopAfterApplications() {
    EndOfJvm.waitForApplications();
  }

  /**
   * A random secret of this directory, the same in each run; it can be had without any server.
   *
   * @param name the file it is kept in
   * @return at least 256 bits in base64url
   */
  public String secret(String name) {
    return LocalDirectory.prepare(path).secret(name);
  }

  /**
   * How to reach PostgreSQL, which runs when this returns.
   *
   * @throws LocalServicesException if it cannot be started, or another run uses the directory
   */
  public synchronized PostgresConnection postgres() {
    if (postgres == null) {
      postgres = LocalPostgres.start(lockedDirectory(), lifetime);
    }
    return postgres.connection();
  }

  /**
   * How to reach Redis, which runs when this returns.
   *
   * @throws LocalServicesException if it cannot be started, or another run uses the directory
   */
  public synchronized RedisConnection redis() {
    if (redis == null) {
      redis = LocalRedis.start(lockedDirectory(), lifetime);
    }
    return redis.connection();
  }

  /**
   * Stops what runs and lets others use the directory. The data stay, and the next call of {@link
   * #postgres()} or {@link #redis()} starts again.
   */
  @Override
  public synchronized void close() {
    List<@Nullable AutoCloseable> inThisOrder = Arrays.asList(redis, postgres, lock);
    redis = null;
    postgres = null;
    lock = null;
    for (AutoCloseable each : inThisOrder) {
      try {
        if (each != null) {
          each.close();
        }
      } catch (Exception e) {
        // One that fails must not keep the others running.
        LOG.error("A local service in {} could not be stopped.", path, e);
      }
    }
  }

  private LocalDirectory lockedDirectory() {
    LocalDirectory directory = LocalDirectory.prepare(path);
    if (!closedAtExit) {
      EndOfJvm.run(this::close);
      closedAtExit = true;
    }
    if (lock == null) {
      lock = DirectoryLock.take(directory);
    }
    return directory;
  }
}
