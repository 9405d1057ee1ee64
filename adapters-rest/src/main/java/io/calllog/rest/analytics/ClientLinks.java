package io.calllog.rest.analytics;

import static java.util.stream.Collectors.joining;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.client.view.CallCoverage;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.Addresses;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links from the counts of a report to the lists of the clients that they count. */
final class ClientLinks {

  private final String base = Addresses.base() + "/api/clients?";
  private final @Nullable RegionPath region;
  private final String owners;

  /**
   * The links of a row.
   *
   * @param clients the address of the list of all its clients; the others are those in one state
   */
  record LinksResponse(String clients, String inTime, String late, String neverCalled) {}

  /** For the rows of a report with this filter. */
  ClientLinks(ReportFilter filter) {
    this.region = filter.region();
    this.owners = filter.officers().stream().map(owner -> "&ownerId=" + owner).collect(joining());
  }

  /** All clients that the report counts. */
  LinksResponse linkToAll() {
    return linkTo(region, owners);
  }

  /**
   * The clients of one owner.
   *
   * @param owner null for clients without one
   */
  LinksResponse linkTo(@Nullable OfficerId owner) {
    return linkTo(region, owner == null ? "&unowned=true" : "&ownerId=" + owner);
  }

  /** The clients in a region and below it. */
  LinksResponse linkTo(RegionPath path) {
    return linkTo(path, owners);
  }

  private LinksResponse linkTo(@Nullable RegionPath path, String ownedBy) {
    String filter = CallLinks.parameter(path) + ownedBy;
    return new LinksResponse(
        base
            + Stream.of(CallCoverage.values()).map(ClientLinks::parameter).collect(joining("&"))
            + filter,
        base + parameter(CallCoverage.IN_TIME) + filter,
        base + parameter(CallCoverage.LATE) + filter,
        base + parameter(CallCoverage.NEVER_CALLED) + filter);
  }

  private static String parameter(CallCoverage state) {
    return "coverage=" + state.name();
  }
}
