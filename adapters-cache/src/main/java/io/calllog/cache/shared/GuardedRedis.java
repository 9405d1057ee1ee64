package io.calllog.cache.shared;

import io.github.bucket4j.TimeoutException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Redis behind a circuit breaker. After a failure, all calls fail at once for one second; then a
 * single call tries Redis again. A Redis that hangs therefore delays at most one request per
 * second. Failures that go on for more than a second are logged as one outage, and so is its end,
 * once no command has failed for five seconds. Thread-safe.
 */
public final class GuardedRedis {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedRedis.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Longer than the pauses between failures of a Redis that answers only some commands. */
  private static final Duration STEADY = Duration.ofSeconds(5);

  private static final String WARM_UP = "calllog:warm-up";

  private final SharedConnection connection;
  private final String fallback;
  private final LongSupplier nanoTime;
  private final AtomicBoolean outageLogged = new AtomicBoolean();
  private volatile boolean failing;
  private volatile long firstFailureNanos;
  private volatile long lastFailureNanos;

  /** Initially half-open, so that a single call opens the connection. */
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "redis",
          CircuitBreakerConfig.custom()
              .initialState(State.HALF_OPEN)
              .slidingWindow(1, 1, SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(100)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .recordExceptions(RedisException.class, TimeoutException.class)
              .writableStackTraceEnabled(false)
              .build());

  /**
   * Guards the shared connection with a new circuit breaker.
   *
   * @param fallback for the log: a clause that says what happens while Redis is unavailable
   */
  public GuardedRedis(SharedConnection connection, String fallback) {
    this(connection, fallback, System::nanoTime);
  }

  GuardedRedis(SharedConnection connection, String fallback, LongSupplier nanoTime) {
    this.connection = connection;
    this.fallback = fallback;
    this.nanoTime = nanoTime;
    breaker
        .getEventPublisher()
        .onSuccess(_ -> recordAnswer())
        .onError(event -> recordFailure(event.getThrowable()))
        .onStateTransition(event -> reconnectAfter(event.getStateTransition()));
  }

  /**
   * Opens the connection and closes the circuit breaker before the first request. Never fails.
   * Takes at most about one second.
   */
  public void warmUp() {
    // The first command also connects and loads classes. Its timeout would open the breaker.
    for (Runnable read : List.<Runnable>of(() -> read(WARM_UP), () -> get(WARM_UP))) {
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
   * @throws RuntimeException if Redis fails, or the circuit breaker is open
   */
  public @Nullable String get(String key) {
    return ask(() -> read(key));
  }

  private @Nullable String read(String key) {
    // MGET, because GET fails if the key holds another type.
    byte[] value = await(connection.commands().mget(bytes(key))).getFirst().getValueOrElse(null);
    return value == null ? null : new String(value, StandardCharsets.UTF_8);
  }

  /**
   * Sets a key to a string.
   *
   * @throws RuntimeException if Redis fails, or the circuit breaker is open
   */
  public void set(String key, String text, Duration timeToLive) {
    ask(() -> await(connection.commands().psetex(bytes(key), timeToLive.toMillis(), bytes(text))));
  }

  /**
   * Lettuce's commands on the shared connection. Send them and wait for the result within {@link
   * #ask}.
   *
   * @param <K> {@code byte[]}; a type parameter, because Bucket4j passes keys as {@code Object[]}
   */
  @SuppressWarnings("unchecked") // the keys are byte[], whatever K is
  public <K> RedisClusterAsyncCommands<K, byte[]> commands() {
    return (RedisClusterAsyncCommands<K, byte[]>) connection.commands();
  }

  /**
   * Runs the work unless the circuit breaker is open. Exceptions of Lettuce and timeouts of
   * Bucket4j open the breaker; other exceptions do not.
   *
   * @throws RuntimeException if the work throws it, or the circuit breaker is open
   */
  public <R extends @Nullable Object> R ask(Supplier<R> work) {
    return breaker.executeSupplier(work);
  }

  private <T> T await(RedisFuture<T> answer) {
    return LettuceFutures.awaitOrCancel(
        answer, connection.timeout().toMillis(), TimeUnit.MILLISECONDS);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void recordAnswer() {
    connection.recordAnswer();
    if (failing && isSteady()) {
      failing = false;
      if (outageLogged.compareAndSet(true, false)) {
        LOG.info("Redis is available again. Without Redis, {}.", fallback);
      }
    }
  }

  private boolean isSteady() {
    return nanoTime.getAsLong() - lastFailureNanos >= STEADY.toNanos();
  }

  private void recordFailure(Throwable failure) {
    long now = nanoTime.getAsLong();
    if (!failing || isSteady()) {
      firstFailureNanos = now;
      failing = true;
    }
    lastFailureNanos = now;
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    if (now - firstFailureNanos >= PAUSE.toNanos() && outageLogged.compareAndSet(false, true)) {
      LOG.warn("Redis is unavailable, so {}: {}", fallback, cause.toString());
    }
    if (isReadOnly(cause)) {
      connection.reconnectToPrimary();
    }
  }

  /** Before Redis 7, the answer to a script only contains the error code of its command. */
  private static boolean isReadOnly(Throwable failure) {
    return failure instanceof RedisCommandExecutionException
        && String.valueOf(failure.getMessage()).contains("READONLY");
  }

  private void reconnectAfter(StateTransition transition) {
    if (transition == StateTransition.HALF_OPEN_TO_OPEN) {
      connection.reconnectIfSilent();
    }
  }
}
