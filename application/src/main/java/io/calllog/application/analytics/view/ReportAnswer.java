package io.calllog.application.analytics.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report as it is sent.
 *
 * @param body the report in the format that was asked for; nobody may change it
 * @param entityTag the HTTP entity tag: differs when a figure differs
 * @param nextPage the address of the next page; null when there is none
 * @param asOf every change that was committed by then is counted
 * @param cached whether the report was computed for an earlier request
 */
@SuppressWarnings("ArrayRecordComponent") // answers are sent, never compared
public record ReportAnswer(
    byte[] body, String entityTag, @Nullable String nextPage, Instant asOf, boolean cached) {

  /** The same answer for later requests. */
  public ReportAnswer fromCache() {
    return new ReportAnswer(body, entityTag, nextPage, asOf, true);
  }
}
