package io.calllog.cache.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.calllog.application.analytics.view.Report;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The reports of one view that this process keeps for a moment, as they are: who asks for one of
 * them costs neither a way to Redis nor a text to take apart. Thread-safe.
 *
 * @param <T> the kind of figures
 */
final class NearReports<T> {

  private static final Duration LONGEST = Duration.ofSeconds(1);

  /** A row takes about 200 bytes, so a view takes 10 MB at most. */
  private static final long MOST_ROWS = 50_000;

  private static final int CHARACTERS_IN_A_ROW = 200;

  private final Cache<String, Kept<T>> reports;

  /**
   * An empty one.
   *
   * @param rows how many rows a content has, more or less
   * @param clock what the end of a report is compared with
   * @param ticker what passes while a report is kept, in nanoseconds
   */
  NearReports(ToIntFunction<T> rows, InstantSource clock, Ticker ticker) {
    this.reports =
        Caffeine.newBuilder()
            .ticker(ticker)
            .maximumWeight(MOST_ROWS)
            .weigher((String key, Kept<T> kept) ->
                1 + key.length() / CHARACTERS_IN_A_ROW + rows.applyAsInt(content(kept)))
            .expireAfter(Expiry.writing((String _, Kept<T> kept) -> timeLeft(kept, clock)))
            .build();
  }

  @Nullable Report<T> find(String key) {
    Kept<T> kept = reports.getIfPresent(key);
    return kept == null ? null : kept.report();
  }

  /** Takes the place of what was kept; also if it is too old, as the former is older. */
  void keep(String key, Kept<T> kept) {
    reports.put(key, kept);
  }

  private static <T> T content(Kept<T> kept) {
    return kept.report().content();
  }

  private static Duration timeLeft(Kept<?> kept, InstantSource clock) {
    Duration left = Duration.between(clock.instant(), kept.until());
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(LONGEST) < 0 ? left : LONGEST;
  }
}
