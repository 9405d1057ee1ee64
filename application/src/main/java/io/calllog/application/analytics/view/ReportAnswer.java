package io.calllog.application.analytics.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rendered report.
 *
 * @param body must not be modified
 * @param entityTag identifies the content (RFC 9110, section 8.8.3); differs if a figure differs
 * @param nextPage the address of the next page; null if there is none
 * @param asOf every change committed by this time is counted
 * @param cached whether the report was computed for an earlier request
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
public record ReportAnswer(
    byte[] body, String entityTag, @Nullable String nextPage, Instant asOf, boolean cached) {

  /** Returns this answer, marked as cached. */
  public ReportAnswer fromCache() {
    return new ReportAnswer(body, entityTag, nextPage, asOf, true);
  }
}
