package io.calllog.api.analytics;

import io.calllog.api.Account;
import io.calllog.api.Answer;
import io.calllog.api.Api;

/** Requests of the tests of reports. */
final class AnalyticsRequests {

  private AnalyticsRequests() {}

  /** Reads a report, such as {@code volumes?from=2026-02-01}, but not from a cache. */
  static Answer get(Account actor, String report) {
    return actor
        .api()
        .with("Cache-Control", "no-cache")
        .get("/api/analytics/" + report)
        .expect(200);
  }

  /** Logs a call. */
  static void log(Account officer, String outcome, int seconds, String startedAt) {
    officer
        .api()
        .post(
            "/api/calls",
            Api.json(
                "type", "OUTGOING",
                "outcome", outcome,
                "durationSeconds", seconds,
                "startedAt", startedAt))
        .expect(201);
  }
}
