package io.calllog.cache.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Replaces the shared connection in two cases, because Lettuce reconnects only after the operating
 * system has closed a connection. Thread-safe.
 *
 * <ul>
 *   <li>Commands fail and nothing was received for 3 seconds. If the peer vanished, Linux takes 15
 *       minutes to close the connection. Lettuce's option for this case needs a native transport,
 *       and does not detect a peer that acknowledges packets but never answers.
 *   <li>Redis answers that it is a read-only replica. After a failover, the address leads to
 *       another server, but the old one keeps its connections.
 * </ul>
 */
@Component
public final class RedisConnectionMonitor {

  /** Longer than the timeout of a command, so that a slow Redis keeps its connection. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(3);

  private static final Duration MIN_TIME_BETWEEN_FAILOVERS = Duration.ofSeconds(1);

  private final LettuceConnectionFactory connections;
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());
  private final AtomicLong lastFailover =
      new AtomicLong(System.nanoTime() - MIN_TIME_BETWEEN_FAILOVERS.toNanos());

  RedisConnectionMonitor(LettuceConnectionFactory connections) {
    this.connections = connections;
  }

  LettuceConnectionFactory connections() {
    return connections;
  }

  void recordAnswer() {
    lastAnswer.set(System.nanoTime());
  }

  void reconnectIfSilent() {
    long last = lastAnswer.get();
    long now = System.nanoTime();
    if (now - last >= MAX_SILENCE.toNanos() && lastAnswer.compareAndSet(last, now)) {
      connections.resetConnection();
    }
  }

  /** Replaces the connection, at most once a second. */
  void reconnectToPrimary() {
    long last = lastFailover.get();
    long now = System.nanoTime();
    if (now - last >= MIN_TIME_BETWEEN_FAILOVERS.toNanos()
        && lastFailover.compareAndSet(last, now)) {
      connections.resetConnection();
    }
  }
}
