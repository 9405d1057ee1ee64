package io.calllog.cache.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * Replaces the shared connection when commands fail and nothing was received for 3 seconds. Lettuce
 * reconnects only after the operating system has closed a connection. If the peer vanished, Linux
 * takes 15 minutes to do so. Lettuce's option for this case needs a native transport, and does not
 * detect a peer that acknowledges packets but never answers. Thread-safe.
 */
@Component
public final class RedisConnectionMonitor {

  /** Longer than the timeout of a command, so that a slow Redis keeps its connection. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(3);

  private final LettuceConnectionFactory connections;
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());

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
}
