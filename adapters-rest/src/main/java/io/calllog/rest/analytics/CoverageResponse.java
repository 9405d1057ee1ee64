package io.calllog.rest.analytics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.analytics.view.Coverage;
import io.calllog.application.analytics.view.Coverage.Counts;
import io.calllog.application.analytics.view.Report;
import io.calllog.rest.analytics.ClientLinks.LinksResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How clients are covered.
 *
 * @param day the current day
 * @param items by owner
 */
record CoverageResponse(
    String timeZone,
    LocalDate day,
    Instant asOf,
    CountsResponse total,
    List<OwnerResponse> items,
    List<RegionResponse> regions)
    implements CsvRows {

  record CountsResponse(
      long clients, long inTime, long late, long neverCalled, LinksResponse links) {

    static CountsResponse from(Counts counts, LinksResponse links) {
      return new CountsResponse(
          counts.clients(), counts.inTime(), counts.late(), counts.neverCalled(), links);
    }
  }

  /** The clients of an officer; of nobody if the id is null. */
  record OwnerResponse(
      @Nullable UUID officerId,
      @Nullable String officerName,
      @JsonUnwrapped CountsResponse counts) {}

  /** The clients in a region and below it. */
  record RegionResponse(String region, @JsonUnwrapped CountsResponse counts) {}

  static CoverageResponse from(Report<Coverage> report) {
    var links = new ClientLinks(report.filter());
    Coverage coverage = report.content();
    return new CoverageResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.asOf(),
        CountsResponse.from(coverage.total(), links.linkToAll()),
        coverage.owners().stream()
            .map(owner ->
                new OwnerResponse(
                    owner.ownerId() == null ? null : owner.ownerId().value(),
                    owner.ownerName(),
                    CountsResponse.from(owner.counts(), links.linkTo(owner.ownerId()))))
            .toList(),
        coverage.regions().stream()
            .map(region ->
                new RegionResponse(
                    region.region().path(),
                    CountsResponse.from(region.counts(), links.linkTo(region.region()))))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of("officerId", "officerName", "clients", "inTime", "late", "neverCalled");
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    return items.stream()
        .map(item ->
            Arrays.<@Nullable Object>asList(
                item.officerId,
                item.officerName,
                item.counts.clients,
                item.counts.inTime,
                item.counts.late,
                item.counts.neverCalled))
        .toList();
  }
}
