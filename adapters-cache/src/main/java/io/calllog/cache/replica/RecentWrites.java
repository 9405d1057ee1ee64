package io.calllog.cache.replica;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.cache.shared.GuardedRedis;
import io.calllog.cache.shared.SharedConnection;
import io.calllog.domain.officer.ActorId;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisFuture;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The officers and keys that wrote something within the last seconds. All nodes share them through
 * Redis, and each node also remembers its own. The clock of Redis measures the time since a write,
 * so the clocks of the nodes may differ. Thread-safe.
 */
public final class RecentWrites {

  private static final Logger LOG = LoggerFactory.getLogger(RecentWrites.class);

  private static final String PREFIX = "calllog:wrote:";
  private static final byte[] NOTHING = new byte[0];
  private static final int MAX_LOCAL = 100_000;

  /** What Redis answers if there is no such key. */
  private static final long NO_KEY = -2;

  /** A write that is not stored is unknown to the other nodes, so storing may take longer. */
  private static final Duration STORING = Duration.ofSeconds(1);

  /** Without an answer in this time, there may have been a write. */
  private static final Duration ASKING = Duration.ofMillis(100);

  private final Duration memory;
  private final GuardedRedis stored;
  private final GuardedRedis asked;
  private final Ticker ticker;
  private final Cache<ActorId, Long> local;

  /**
   * Creates an empty memory.
   *
   * @param memory how long a write is remembered, to the millisecond
   */
  public RecentWrites(SharedConnection connection, Duration memory) {
    this(connection, memory, Ticker.systemTicker());
  }

  RecentWrites(SharedConnection connection, Duration memory, Ticker ticker) {
    this.memory = memory;
    // Two circuit breakers: a question that takes too long must not keep a write from being stored.
    this.stored =
        new GuardedRedis(connection, "other nodes may read from a replica what was changed");
    this.asked = new GuardedRedis(connection, "nothing is read from a replica");
    this.ticker = ticker;
    this.local =
        Caffeine.newBuilder()
            .ticker(ticker)
            .expireAfterWrite(memory)
            .maximumSize(MAX_LOCAL)
            .build();
  }

  /** Opens the connection before the first request. Never fails. */
  public void warmUp() {
    stored.warmUp();
    asked.warmUp();
  }

  /**
   * Remembers that an actor has written until now. Call this after the commit and before the
   * response. Never fails: if Redis does, only this node knows.
   */
  public void record(ActorId actor) {
    local.put(actor, ticker.read());
    try {
      byte[] key = key(actor);
      stored.ask(
          () -> await(stored.<byte[]>commands().psetex(key, memory.toMillis(), NOTHING), STORING));
    } catch (RuntimeException e) {
      LOG.debug("Redis did not store that {} has written", actor, e);
    }
  }

  /**
   * Returns whether the actor has written within a period that ends now, or may have because Redis
   * does not answer.
   *
   * @param period at most as long as writes are remembered. It is asked for last, because it grows
   *     while Redis is asked
   */
  public boolean mayHaveWrittenWithin(ActorId actor, Supplier<Duration> period) {
    Long here = local.getIfPresent(actor);
    if (here != null && isWithin(Duration.ofNanos(ticker.read() - here), period)) {
      return true;
    }
    try {
      byte[] key = key(actor);
      long left = asked.ask(() -> await(asked.<byte[]>commands().pttl(key), ASKING));
      return left != NO_KEY && isWithin(memory.minusMillis(left), period);
    } catch (RuntimeException e) {
      LOG.debug("Redis did not tell whether {} has written", actor, e);
      return true;
    }
  }

  private static boolean isWithin(Duration age, Supplier<Duration> period) {
    return age.compareTo(period.get()) <= 0;
  }

  private static <T> T await(RedisFuture<T> answer, Duration limit) {
    return LettuceFutures.awaitOrCancel(answer, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static byte[] key(ActorId actor) {
    return (PREFIX + actor).getBytes(StandardCharsets.US_ASCII);
  }
}
