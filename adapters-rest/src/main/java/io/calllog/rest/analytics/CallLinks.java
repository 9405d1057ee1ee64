package io.calllog.rest.analytics;

import static java.util.stream.Collectors.joining;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.Addresses;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Links from the rows of a report to the lists of the calls that they count. */
final class CallLinks {

  private final String base = Addresses.base();
  private final String region;
  private final String filter;

  /**
   * The links of a row.
   *
   * @param calls the address of the list of the calls that the row counts
   */
  record LinksResponse(String calls) {}

  /** For the rows of a report with this filter. */
  CallLinks(ReportFilter filter) {
    this.region = parameter(filter.region());
    this.filter = parameters(filter);
  }

  /** The region and the officers of a filter as query parameters, each after an ampersand. */
  static String parameters(ReportFilter filter) {
    return parameter(filter.region())
        + filter.officers().stream().map(officer -> "&officerId=" + officer).collect(joining());
  }

  /** The calls in a part of the range. */
  LinksResponse linkTo(Span span) {
    return linkTo(span, filter);
  }

  /** The calls of one officer. */
  LinksResponse linkTo(Span span, OfficerId officer) {
    return linkTo(span, region + "&officerId=" + officer);
  }

  /**
   * The calls with one value of a property.
   *
   * @param property the name of the query parameter
   */
  LinksResponse linkTo(Span span, String property, Enum<?> value) {
    return linkTo(span, filter + "&" + property + "=" + value.name());
  }

  private LinksResponse linkTo(Span span, String parameters) {
    return new LinksResponse(
        base + "/api/calls?from=" + span.from() + "&to=" + span.to() + parameters);
  }

  /** A region as a query parameter after an ampersand; empty if there is none. */
  static String parameter(@Nullable RegionPath region) {
    return region == null
        ? ""
        : "&region=" + UriUtils.encodeQueryParam(region.path(), StandardCharsets.UTF_8);
  }
}
