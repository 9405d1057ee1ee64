package io.calllog.rest.followup;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.PageLimit;
import io.calllog.rest.shared.TimeBound;
import io.calllog.rest.shared.export.Csv;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of follow-ups. Several values of one are alternatives. */
record ListFollowUpsParameters(
    Set<FollowUpState> state,
    Set<OfficerId> officerId,
    Set<ClientId> clientId,
    @Nullable RegionPath region,
    @Nullable TimeBound dueFrom,
    @Nullable TimeBound dueTo,
    @Nullable Boolean overdue,
    @Nullable PageLimit limit,
    @Nullable String cursor,
    @Nullable Boolean count) {

  /**
   * The filter that these parameters describe.
   *
   * @throws InvalidInput if the range ends before it begins
   */
  FollowUpFilter toFilter() {
    Instant from = TimeBound.valueOf(dueFrom);
    Instant to = TimeBound.valueOf(dueTo);
    if (from != null && to != null && from.isAfter(to)) {
      throw new InvalidInput("dueTo", "out-of-range", "must not be before 'dueFrom'");
    }
    return new FollowUpFilter(state, officerId, clientId, region, from, to, overdue);
  }

  /** The parameters of the same list as a spreadsheet. */
  record SheetParameters(
      Set<FollowUpState> state,
      Set<OfficerId> officerId,
      Set<ClientId> clientId,
      @Nullable RegionPath region,
      @Nullable TimeBound dueFrom,
      @Nullable TimeBound dueTo,
      @Nullable Boolean overdue) {

    FollowUpFilter toFilter() {
      return new ListFollowUpsParameters(
              state, officerId, clientId, region, dueFrom, dueTo, overdue, null, null, null)
          .toFilter();
    }
  }

  /** The parameters of the same list as CSV. */
  record CsvParameters(
      Set<FollowUpState> state,
      Set<OfficerId> officerId,
      Set<ClientId> clientId,
      @Nullable RegionPath region,
      @Nullable TimeBound dueFrom,
      @Nullable TimeBound dueTo,
      @Nullable Boolean overdue,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator) {

    FollowUpFilter toFilter() {
      return new ListFollowUpsParameters(
              state, officerId, clientId, region, dueFrom, dueTo, overdue, null, null, null)
          .toFilter();
    }

    Csv csv() {
      return Csv.of(bom, separator);
    }
  }
}
