package io.calllog.cache.shared;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.ValueOperations;

/**
 * A Redis that is left alone for a second after it failed; then one request tries it. So however
 * many ask, a Redis that hangs keeps one of them waiting in a second. Thread-safe.
 */
public final class GuardedRedis {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedRedis.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Nothing is kept there. */
  private static final String GREETING = "calllog:greeting";

  private final RedisLink link;
  private final String otherwise;
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
              .ignoreExceptions(Unreadable.class)
              .writableStackTraceEnabled(false)
              .build());

  /**
   * Guards the Redis at the other end.
   *
   * @param otherwise what happens without it, for the log
   */
  public GuardedRedis(RedisLink link, String otherwise) {
    this.link = link;
    this.otherwise = otherwise;
    this.values = new StringRedisTemplate(link.connections()).opsForValue();
  }

  /**
   * Makes the connection before there is anything to ask, or all but one of the first would have to
   * do without Redis. Takes about a second at most; that Redis is away is found out and told.
   */
  public void greet() {
    try {
      values.get(GREETING); // in a process that has just begun this alone may take too long
    } catch (RuntimeException e) {
      LOG.debug("Redis did not answer the first greeting", e);
    }
    try {
      get(GREETING);
    } catch (RuntimeException e) {
      LOG.debug("Redis did not answer the second greeting", e);
    }
  }

  /**
   * The text that is kept there.
   *
   * @return null when nothing is
   * @throws Unreadable when something else is
   * @throws RuntimeException when Redis cannot say, or is left alone
   */
  public @Nullable String get(String key) {
    return ask(() -> values.get(key));
  }

  /**
   * Keeps a text in place of whatever was there.
   *
   * @throws RuntimeException when Redis cannot, or is left alone
   */
  public void set(String key, String text, Duration timeToLive) {
    ask(() -> {
      values.set(key, text, timeToLive);
      return key;
    });
  }

  /**
   * Commands of Lettuce itself, on the connection that all share; to be waited for within {@link
   * #ask}, which gets another connection when this one is dead.
   */
  public RedisClusterAsyncCommands<byte[], byte[]> commands() {
    // Closing it gives back what the connection was wrapped in, not the connection.
    try (RedisConnection connection = link.connections().getConnection()) {
      @SuppressWarnings("unchecked") // the one kind of native connection that Lettuce has here
      var commands = (RedisClusterAsyncCommands<byte[], byte[]>) connection.getNativeConnection();
      return commands;
    }
  }

  /**
   * Does something with Redis, unless it is left alone.
   *
   * @throws Unreadable when the work says so; that is no reason to leave Redis alone
   * @throws RuntimeException whatever else the work fails with, which is; or because it is
   */
  public <R extends @Nullable Object> R ask(Supplier<R> work) {
    if (!breaker.tryAcquirePermission()) {
      throw CallNotPermittedException.createCallNotPermittedException(breaker);
    }
    boolean trial = breaker.getState() == State.HALF_OPEN;
    long begin = breaker.getCurrentTimestamp();
    try {
      R answer = work.get();
      link.answered();
      breaker.onSuccess(breaker.getCurrentTimestamp() - begin, breaker.getTimestampUnit());
      sayThatItIsBack();
      return answer;
    } catch (RuntimeException | Error e) {
      Throwable failure = !(e instanceof Unreadable) && isOfAnotherType(e) ? new Unreadable(e) : e;
      breaker.onError(breaker.getCurrentTimestamp() - begin, breaker.getTimestampUnit(), failure);
      if (failure instanceof Unreadable unreadable) {
        link.answered();
        throw unreadable;
      }
      sayThatItIsAway(e);
      if (trial
          && NestedExceptionUtils.getMostSpecificCause(e) instanceof RedisCommandTimeoutException) {
        link.renewIfSilent();
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
          "Redis is of no use, so {}: {}",
          otherwise,
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    }
  }

  private void sayThatItIsBack() {
    if (away.compareAndSet(true, false)) {
      LOG.info("Redis is used again; without it, {}.", otherwise);
    }
  }

  /** What is kept under a key is not what was put there. */
  public static final class Unreadable extends RuntimeException {

    /** As can be seen from this. */
    public Unreadable(Throwable cause) {
      super(cause);
    }
  }
}
