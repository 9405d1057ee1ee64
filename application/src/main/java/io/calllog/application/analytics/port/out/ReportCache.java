package io.calllog.application.analytics.port.out;

import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.ReportAnswer;
import io.calllog.application.analytics.view.ReportQuestion;
import io.calllog.domain.officer.Visibility;
import java.util.function.Supplier;

/**
 * Keeps answers for a few seconds. May forget an answer at any time, and fails only as the
 * computation fails. Thread-safe.
 */
public interface ReportCache {

  /**
   * The answer kept under the key, or else a computed one.
   *
   * @param freshness with {@link Freshness#NEW}, the computation begins after this call
   * @param computation runs on the thread of any of the callers that ask for this key at the same
   *     time. A failure reaches all callers that wait for it, and is not kept
   * @throws io.calllog.application.shared.Unavailable when interrupted while waiting for the
   *     computation of another caller
   */
  ReportAnswer answer(Key key, Freshness freshness, Supplier<ReportAnswer> computation);

  /**
   * Everything that an answer depends on, besides the calls.
   *
   * @param visibility the calls that the actor can see
   * @param format the format of the body
   */
  record Key(ReportQuestion<?> question, Visibility visibility, String format) {}
}
