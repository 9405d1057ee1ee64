package io.calllog.cache.shared;

import io.github.bucket4j.TimeoutException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;

/**
 * Redis behind a circuit breaker. After a failure, every call fails at once for a second; then a
 * single call tries Redis again. So a Redis that hangs delays one request a second at most. The log
 * has a line when an outage outlasts that second and another when it ends. Thread-safe.
 */
public final class GuardedRedis {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedRedis.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String WARM_UP = "calllog:warm-up";

  private final RedisLink link;
  private final String fallback;
  private final ValueOperations<String, String> values;
  private final AtomicBoolean outageLogged = new AtomicBoolean();
  private volatile Throwable lastFailure = new IllegalStateException("no failure yet");

  /** Half-open at first, so that a single call opens the connection. */
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "redis",
          CircuitBreakerConfig.custom()
              .initialState(State.HALF_OPEN)
              .slidingWindow(1, 1, SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(100)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .recordExceptions(
                  RedisException.class, DataAccessException.class, TimeoutException.class)
              .writableStackTraceEnabled(false)
              .build());

  /**
   * Guards the shared connection with a circuit breaker of its own.
   *
   * @param fallback a clause that says what happens while Redis is unavailable, for the log
   */
  public GuardedRedis(RedisLink link, String fallback) {
    this.link = link;
    this.fallback = fallback;
    this.values = new StringRedisTemplate(link.connections()).opsForValue();
    breaker
        .getEventPublisher()
        .onSuccess(_ -> link.answered())
        .onError(event -> lastFailure = event.getThrowable())
        .onStateTransition(event -> changed(event.getStateTransition()));
  }

  /**
   * Opens the connection and closes the circuit breaker, so that the first requests find Redis
   * ready. Never fails; takes about a second at most.
   */
  public void warmUp() {
    // The first command also connects and loads classes. Its timeout would open the breaker.
    for (Runnable read : List.<Runnable>of(() -> values.get(WARM_UP), () -> get(WARM_UP))) {
      try {
        read.run();
      } catch (RuntimeException e) {
        LOG.debug("Redis did not answer while the application started", e);
      }
    }
  }

  /**
   * The string at a key, or null if there is none.
   *
   * @throws Unreadable if the key holds another type
   * @throws RuntimeException if Redis fails, or the circuit breaker is open
   */
  public @Nullable String get(String key) {
    return ask(() -> {
      try {
        return values.get(key);
      } catch (DataAccessException e) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(e);
        throw String.valueOf(cause.getMessage()).startsWith("WRONGTYPE") ? new Unreadable(e) : e;
      }
    });
  }

  /**
   * Sets a key to a string, whatever it held before.
   *
   * @throws RuntimeException if Redis fails, or the circuit breaker is open
   */
  public void set(String key, String text, Duration timeToLive) {
    breaker.executeRunnable(() -> values.set(key, text, timeToLive));
  }

  /**
   * Lettuce's own commands on the shared connection. Send them and wait for them within {@link
   * #ask}.
   *
   * @param <K> {@code byte[]}, or a type that stands for it
   */
  @SuppressWarnings("unchecked") // Lettuce's connections of Spring Data are of byte[] and this type
  public <K> RedisClusterAsyncCommands<K, byte[]> commands() {
    // Closing the wrapper does not close the shared connection.
    try (RedisConnection connection = link.connections().getConnection()) {
      return (RedisClusterAsyncCommands<K, byte[]>) connection.getNativeConnection();
    }
  }

  /**
   * Runs the work unless the circuit breaker is open. Exceptions of Lettuce and of Spring's data
   * access, and timeouts of Bucket4j, open it; any other exception does not.
   *
   * @throws RuntimeException what the work throws, or because the circuit breaker is open
   */
  public <R extends @Nullable Object> R ask(Supplier<R> work) {
    return breaker.executeSupplier(work);
  }

  private void changed(StateTransition transition) {
    if (transition == StateTransition.HALF_OPEN_TO_OPEN) {
      link.reconnectIfSilent();
      if (outageLogged.compareAndSet(false, true)) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(lastFailure);
        LOG.warn("Redis is unavailable, so {}: {}", fallback, cause.toString());
      }
    } else if (transition == StateTransition.HALF_OPEN_TO_CLOSED
        && outageLogged.compareAndSet(true, false)) {
      LOG.info("Redis is available again. Without Redis, {}.", fallback);
    }
  }

  /** A key does not hold what was stored there. */
  public static final class Unreadable extends RuntimeException {

    Unreadable(Throwable cause) {
      super(cause);
    }
  }
}
