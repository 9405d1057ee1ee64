package io.calllog.cache.shared;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/**
 * The one connection to Redis, which all who use it share, and when it last brought anybody an
 * answer. Who loses patience first must not take it from those who still wait for a Redis that is
 * slow. Thread-safe.
 */
@Component
public final class RedisLink {

  /**
   * Who answers nobody for so long may have forgotten the connection. Longer than the most patient
   * waits, and the pause before they try again.
   */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private final LettuceConnectionFactory connections;
  private final AtomicLong lastSign = new AtomicLong(System.nanoTime());

  RedisLink(LettuceConnectionFactory connections) {
    this.connections = connections;
  }

  LettuceConnectionFactory connections() {
    return connections;
  }

  void answered() {
    lastSign.set(System.nanoTime());
  }

  /**
   * Has another connection made if this one brings nothing any more. However many ask, it is made
   * once, and has as long to bring something.
   */
  void renewIfSilent() {
    long sign = lastSign.get();
    long now = System.nanoTime();
    if (now - sign >= SILENCE.toNanos() && lastSign.compareAndSet(sign, now)) {
      connections.resetConnection();
    }
  }
}
