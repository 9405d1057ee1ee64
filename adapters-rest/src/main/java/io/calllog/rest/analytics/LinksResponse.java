package io.calllog.rest.analytics;

import io.calllog.application.analytics.port.in.AnalyticsQueries.Query;
import io.calllog.application.analytics.view.Span;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.OfficerId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where the calls behind a row are listed.
 *
 * @param calls the list that holds as many calls as the row counts
 */
record LinksResponse(String calls) {

  /** The calls of a query in a part of its range. */
  static LinksResponse to(Query query, Span span) {
    return to(query, span, query.officers(), null);
  }

  /** Those of one officer. */
  static LinksResponse to(Query query, Span span, OfficerId officer) {
    return to(query, span, Set.of(officer), null);
  }

  /** Those with one outcome. */
  static LinksResponse to(Query query, Span span, CallOutcome outcome) {
    return to(query, span, query.officers(), outcome);
  }

  private static LinksResponse to(
      Query query, Span span, Set<OfficerId> officers, @Nullable CallOutcome outcome) {
    List<String> parameters =
        Stream.of(
                Stream.of("from=" + span.from(), "to=" + span.to()),
                Stream.ofNullable(query.region()).map(region -> "region=" + region.path()),
                officers.stream().map(officer -> "officerId=" + officer).sorted(),
                Stream.ofNullable(outcome).map(one -> "outcome=" + one))
            .flatMap(part -> part)
            .map(LinksResponse::encoded)
            .toList();
    return new LinksResponse("/api/calls?" + String.join("&", parameters));
  }

  private static String encoded(String parameter) {
    int value = parameter.indexOf('=') + 1;
    return parameter.substring(0, value)
        + UriUtils.encodeQueryParam(parameter.substring(value), StandardCharsets.UTF_8);
  }
}
