package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.domain.officer.Visibility;
import java.util.function.Supplier;

/**
 * Caches answers for a few seconds. An answer may be evicted at any time. Fails only if the
 * computation fails. Thread-safe.
 */
public interface ReportCache {

  /**
   * Returns the cached answer for the key, or computes it.
   *
   * @param freshness with {@link Freshness#NEW}, the computation starts after this call
   * @param computation runs at most once at a time for a key, on the thread of any caller that asks
   *     for this key. If it fails, all callers that wait for it fail; the failure is not cached
   * @throws io.calllog.application.shared.Unavailable if interrupted while waiting for the
   *     computation of another caller
   */
  ReportAnswer answer(Key key, Freshness freshness, Supplier<ReportAnswer> computation);

  /**
   * What an answer depends on, besides the calls.
   *
   * @param regions the version of the tree of regions: a moved region changes the calls of a
   *     territory
   */
  record Key(ReportQuestion<?> question, Visibility visibility, long regions, String format) {}
}
