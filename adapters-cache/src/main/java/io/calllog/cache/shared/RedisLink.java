package io.calllog.cache.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The connection that the cache and the rate limiter share. It is replaced when commands fail and
 * nothing was received for 3 seconds. Lettuce only reconnects when the system closes a connection,
 * which takes Linux 15 minutes if the peer vanished. Lettuce's option for that case needs a native
 * transport and does not notice a peer that acknowledges and never answers. Thread-safe.
 */
@Component
public final class RedisLink {

  /** Longer than a command may take: a slow Redis keeps its connection. */
  private static final Duration MAX_SILENCE = Duration.ofSeconds(3);

  private final LettuceConnectionFactory connections;
  private final AtomicLong lastAnswer = new AtomicLong(System.nanoTime());

  RedisLink(LettuceConnectionFactory connections) {
    this.connections = connections;
  }

  LettuceConnectionFactory connections() {
    return connections;
  }

  void answered() {
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
