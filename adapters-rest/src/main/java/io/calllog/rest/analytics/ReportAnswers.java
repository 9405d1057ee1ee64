package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.Freshness;
import io.calllog.application.analytics.view.Report;
import io.calllog.rest.shared.EntityTags;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all reports have in common as answers: how fresh they are to be, and how fresh they are. */
@Component
class ReportAnswers {

  private final EntityTags tags;
  private final InstantSource clock;

  ReportAnswers(EntityTags tags, InstantSource clock) {
    this.tags = tags;
    this.clock = clock;
  }

  /** How fresh the caller wants it (RFC 9111, section 5.2.1). */
  static Freshness wanted(HttpServletRequest request) {
    boolean anew =
        Collections.list(request.getHeaders(HttpHeaders.CACHE_CONTROL)).stream()
            .map(header -> header.toLowerCase(Locale.ROOT))
            .anyMatch(header -> header.contains("no-cache") || header.contains("max-age=0"));
    return anew ? Freshness.NEW : Freshness.RECENT;
  }

  /**
   * The answer. Its tag changes with the figures, and not with the moment they were computed: who
   * asks again gets a 304 until a figure has changed.
   */
  <R extends Table> ResponseEntity<R> answer(Report<?> report, Query query, R body) {
    var headers = new HttpHeaders();
    headers.setETag(tags.weakOf(List.of(report.timeZone(), query.range(), report.content())));
    headers.set("X-Cache", report.cached() ? "HIT" : "MISS");
    if (report.cached()) {
      long age = Duration.between(report.asOf(), clock.instant()).toSeconds();
      headers.set(HttpHeaders.AGE, String.valueOf(Math.max(0, age)));
    }
    return ResponseEntity.ok().headers(headers).body(body);
  }
}
