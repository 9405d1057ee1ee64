package io.calllog.cache.auth;

import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.GuardedRedis.Unreadable;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import io.lettuce.core.RedisException;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * One bucket that all nodes share in Redis. While Redis is of no use, this node has one of its own
 * instead, which begins with what was last seen in the shared one: an outage of a moment gives
 * nobody a full bucket. Never fails. Thread-safe.
 */
final class SharedBucket {

  private static final Logger LOG = LoggerFactory.getLogger(SharedBucket.class);

  private final BucketPolicy policy;
  private final Bucket inRedis;
  private final Runnable removal;
  private final GuardedRedis redis;
  private final TimeMeter clock;
  private final Counter decidedHere;

  private volatile Seen lastSeen;
  private @Nullable Bucket here;

  /**
   * A bucket.
   *
   * @param inRedis talks to the shared one
   * @param removal takes whatever is in the place of the shared one away
   * @param decidedHere counts what is answered without Redis
   */
  SharedBucket(
      BucketPolicy policy,
      Bucket inRedis,
      Runnable removal,
      GuardedRedis redis,
      TimeMeter clock,
      Counter decidedHere) {
    this.policy = policy;
    this.inRedis = inRedis;
    this.removal = removal;
    this.redis = redis;
    this.clock = clock;
    this.decidedHere = decidedHere;
    this.lastSeen = new Seen(policy.capacity(), clock.currentTimeNanos());
  }

  /** Takes a token if there is one. */
  Level take() {
    ConsumptionProbe probe =
        ask(bucket -> bucket.tryConsumeAndReturnRemaining(1), ConsumptionProbe::getRemainingTokens);
    long remaining = Math.max(0, probe.getRemainingTokens());
    return new Level(
        probe.isConsumed(),
        remaining,
        probe.isConsumed()
            ? untilNext(remaining, probe.getNanosToWaitForReset())
            : Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /** Whether there is a token, which stays where it is. */
  Level look() {
    EstimationProbe probe =
        ask(bucket -> bucket.estimateAbilityToConsume(1), EstimationProbe::getRemainingTokens);
    return new Level(
        probe.canBeConsumed(),
        Math.max(0, probe.getRemainingTokens()),
        Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  /**
   * Takes a token, also one that is not there yet.
   *
   * @return granted when it was there
   */
  Level owe() {
    long nanos = ask(bucket -> bucket.consumeIgnoringRateLimits(1), _ -> lastSeen.tokens() - 1);
    Duration untilSettled = Duration.ofNanos(nanos);
    return new Level(untilSettled.isZero(), 0, untilSettled.plus(policy.timeFor(1)));
  }

  /** Puts a token back, unless the bucket is full. */
  void putBack() {
    ask(
        bucket -> {
          bucket.addTokens(1);
          return 1L;
        },
        _ -> lastSeen.tokens() + 1);
  }

  /** From the time until the bucket is full, which the others after the next one take too. */
  private Duration untilNext(long remaining, long nanosUntilFull) {
    Duration others = policy.timeFor(Math.max(0, policy.capacity() - remaining - 1));
    Duration next = Duration.ofNanos(nanosUntilFull).minus(others);
    return next.isNegative() ? Duration.ZERO : next;
  }

  private <R> R ask(Function<Bucket, R> question, ToLongFunction<R> remaining) {
    R answer;
    try {
      answer = redis.ask(() -> readable(question));
      forgetOwn();
    } catch (Unreadable e) {
      LOG.debug("There is no bucket in the place of one", e);
      remove();
      answer = question.apply(own());
      decidedHere.increment();
    } catch (RuntimeException e) {
      LOG.debug("Redis cannot be asked for a bucket", e);
      answer = question.apply(own());
      decidedHere.increment();
    }
    lastSeen = new Seen(remaining.applyAsLong(answer), clock.currentTimeNanos());
    return answer;
  }

  /** What does not come of talking to Redis comes of what was found there. */
  private <R> R readable(Function<Bucket, R> question) {
    try {
      return question.apply(inRedis);
    } catch (RuntimeException e) {
      if (causes(e).noneMatch(SharedBucket::isOutage)) {
        throw new Unreadable(e);
      }
      throw e;
    }
  }

  private static boolean isOutage(Throwable cause) {
    return cause instanceof RedisException
        || cause instanceof DataAccessException
        || cause instanceof io.github.bucket4j.TimeoutException;
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.<@Nullable Throwable>iterate(
            thrown, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .map(java.util.Objects::requireNonNull);
  }

  private void remove() {
    try {
      redis.ask(() -> {
        removal.run();
        return true;
      });
    } catch (RuntimeException e) {
      LOG.debug("Redis cannot remove what is in the place of a bucket", e);
    }
  }

  private synchronized Bucket own() {
    Bucket own = here;
    if (own == null) {
      Seen seen = lastSeen;
      Duration since = Duration.ofNanos(Math.max(0, clock.currentTimeNanos() - seen.atNanos()));
      long tokens = seen.tokens() + policy.tokensIn(since);
      own =
          Bucket.builder()
              .addLimit(policy.configuration(tokens).getBandwidths()[0])
              .withCustomTimePrecision(clock)
              .build();
      here = own;
    }
    return own;
  }

  private synchronized void forgetOwn() {
    here = null;
  }

  /**
   * What was in the bucket.
   *
   * @param tokens negative when some were owed
   * @param atNanos when, by the clock of this node
   */
  private record Seen(long tokens, long atNanos) {}
}
