package io.calllog.cache.shared;

import java.time.Duration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The one connection to Redis, which all who use it share, and when it last brought anybody an
 * answer. Who loses patience first must not take it from those who still wait for a Redis that is
 * slow. Thread-safe.
 */
@Component
public final class RedisLink {

  /** Whoever answers nobody for so long may have forgotten the connection. */
  private static final Duration SILENCE = Duration.ofSeconds(1);

  private final LettuceConnectionFactory connections;
  private volatile long lastAnswer = System.nanoTime();

  RedisLink(LettuceConnectionFactory connections) {
    this.connections = connections;
  }

  LettuceConnectionFactory connections() {
    return connections;
  }

  void answered() {
    lastAnswer = System.nanoTime();
  }

  /** Has another connection made if this one brings nothing any more. */
  void renewIfSilent() {
    if (System.nanoTime() - lastAnswer >= SILENCE.toNanos()) {
      connections.resetConnection();
    }
  }
}
