package io.calllog.cache.analytics;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.RedisCommandExecutionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;

/**
 * A Redis that is left alone for a second after it failed; then one request tries it. So however
 * many ask, a Redis that hangs keeps one of them waiting in a second. Thread-safe.
 */
final class GuardedRedis {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedRedis.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final LettuceConnectionFactory connections;
  private final ValueOperations<String, String> values;
  private final AtomicBoolean away = new AtomicBoolean();

  /** Open lets nobody ask, half-open one: so it begins, as the first has to make a connection. */
  private final CircuitBreaker breaker =
      CircuitBreaker.of(
          "redis",
          CircuitBreakerConfig.custom()
              .initialState(State.HALF_OPEN)
              .slidingWindow(1, 1, SlidingWindowType.COUNT_BASED)
              .failureRateThreshold(100)
              .waitDurationInOpenState(PAUSE)
              .permittedNumberOfCallsInHalfOpenState(1)
              .ignoreExceptions(NoText.class)
              .writableStackTraceEnabled(false)
              .build());

  GuardedRedis(LettuceConnectionFactory connections) {
    this.connections = connections;
    this.values = new StringRedisTemplate(connections).opsForValue();
  }

  /**
   * The text that is kept there.
   *
   * @return null when nothing is
   * @throws NoText when something else is
   * @throws RuntimeException when Redis cannot say, or is left alone
   */
  @Nullable String get(String key) {
    return ask(redis -> redis.get(key));
  }

  /**
   * Keeps a text in place of whatever was there.
   *
   * @throws RuntimeException when Redis cannot, or is left alone
   */
  void set(String key, String text, Duration timeToLive) {
    ask(redis -> {
      redis.set(key, text, timeToLive);
      return key;
    });
  }

  private <R extends @Nullable Object> R ask(Function<ValueOperations<String, String>, R> command) {
    if (!breaker.tryAcquirePermission()) {
      throw CallNotPermittedException.createCallNotPermittedException(breaker);
    }
    boolean trial = breaker.getState() == State.HALF_OPEN;
    long begin = breaker.getCurrentTimestamp();
    try {
      R answer = command.apply(values);
      breaker.onSuccess(breaker.getCurrentTimestamp() - begin, breaker.getTimestampUnit());
      sayThatItIsBack();
      return answer;
    } catch (RuntimeException | Error e) {
      Throwable failure = isOfAnotherType(e) ? new NoText(e) : e;
      breaker.onError(breaker.getCurrentTimestamp() - begin, breaker.getTimestampUnit(), failure);
      if (failure instanceof NoText noText) {
        throw noText;
      }
      sayThatItIsAway(e);
      if (trial && e instanceof QueryTimeoutException) {
        // Silent for more than a second: perhaps the other end forgot the connection.
        connections.resetConnection();
      }
      throw e;
    }
  }

  private static boolean isOfAnotherType(Throwable e) {
    return NestedExceptionUtils.getMostSpecificCause(e) instanceof RedisCommandExecutionException r
        && String.valueOf(r.getMessage()).startsWith("WRONGTYPE");
  }

  private void sayThatItIsAway(Throwable e) {
    if (away.compareAndSet(false, true)) {
      LOG.warn(
          "Redis is of no use, so figures are computed without it: {}",
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    }
  }

  private void sayThatItIsBack() {
    if (away.compareAndSet(true, false)) {
      LOG.info("Redis is used again.");
    }
  }

  /** What is kept under a key is no text. */
  static final class NoText extends RuntimeException {
    NoText(Throwable cause) {
      super(cause);
    }
  }
}
