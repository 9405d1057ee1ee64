package io.calllog.cache.shared;

import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The connection to Redis that all requests share: to one server, Sentinel or Cluster, as Spring
 * Boot configures it. Thread-safe.
 *
 * <p>It is replaced in two cases, because Lettuce reconnects only after the operating system has
 * closed a connection:
 *
 * <ul>
 *   <li>Commands fail and nothing was received for 3 seconds. If the peer vanished, Linux takes 15
 *       minutes to close the connection. Lettuce's option for this case needs a native transport,
 *       and does not detect a peer that acknowledges packets but never answers.
 *   <li>Redis answers that it is a read-only replica. After a failover, the address leads to
 *       another server, but the old one keeps its connections.
 * </ul>
 *
 * <p>Spring Data can share a connection too. To replace it, it waits for the end of the old one,
 * holding a lock that all requests need. If the old server hangs, that can take for ever.
 */
@Component
public final class SharedConnection {

  /** Longer than connecting takes, which has time limits of its own. */
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);

  /** Longer than the timeout of a command, so that a slow Redis keeps its connection. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(3);

  private static final Duration MIN_TIME_BETWEEN_FAILOVERS = Duration.ofSeconds(1);

  private final LettuceConnectionFactory connections;
  private final AtomicReference<@Nullable CompletableFuture<Opened>> current =
      new AtomicReference<>();
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
  private final AtomicLong lastFailover =
      new AtomicLong(System.nanoTime() - MIN_TIME_BETWEEN_FAILOVERS.toNanos());

  private record Opened(
      RedisConnection connection, RedisClusterAsyncCommands<byte[], byte[]> commands) {}

  SharedConnection(LettuceConnectionFactory connections) {
    this.connections = connections;
    connections.setShareNativeConnection(false);
  }

  /** The timeout of a command ({@code spring.data.redis.timeout}). */
  Duration timeout() {
    return connections.getClientConfiguration().getCommandTimeout();
  }

  /**
   * Commands on the connection, which is opened if there is none.
   *
   * @throws RedisException if it cannot be opened
   */
  RedisClusterAsyncCommands<byte[], byte[]> commands() {
    CompletableFuture<Opened> connection = current.get();
    if (connection == null) {
      var opening = new CompletableFuture<Opened>();
      connection = current.compareAndExchange(null, opening);
      if (connection == null) {
        connection = opening;
        Thread.ofVirtual().start(() -> open(opening));
      }
    }
    try {
      return connection.get(LONGEST_CONNECT.toMillis(), TimeUnit.MILLISECONDS).commands();
    } catch (ExecutionException | TimeoutException e) {
      replace(connection);
      throw new RedisException("Not connected", e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisException("Interrupted while connecting", e);
    }
  }

  @SuppressWarnings("unchecked") // the keys and values of Spring Data's connections are byte[]
  private void open(CompletableFuture<Opened> opening) {
    try {
      RedisConnection connection = connections.getConnection();
      var commands = (RedisClusterAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
      opening.complete(new Opened(connection, commands));
    } catch (RuntimeException e) {
      opening.completeExceptionally(e);
    }
  }

  /** Lets the next command open a connection, and does not wait for the end of this one. */
  private void replace(CompletableFuture<Opened> connection) {
    if (current.compareAndSet(connection, null)) {
      var _ =
          connection.thenAccept(
              opened -> Thread.ofVirtual().start(() -> opened.connection().close()));
    }
  }

  void recordAnswer() {
    lastAnswer.set(System.nanoTime());
  }

  void reconnectIfSilent() {
    replaceIfOlder(lastAnswer, MAX_SILENCE);
  }

  /** Replaces the connection, at most once a second. */
  void reconnectToPrimary() {
    replaceIfOlder(lastFailover, MIN_TIME_BETWEEN_FAILOVERS);
  }

  /** Replaces the connection and sets the time to now, if it is at least as old as the age. */
  private void replaceIfOlder(AtomicLong time, Duration age) {
    long last = time.get();
    long now = System.nanoTime();
    CompletableFuture<Opened> connection = current.get();
    if (now - last >= age.toNanos() && time.compareAndSet(last, now) && connection != null) {
      replace(connection);
    }
  }
}
