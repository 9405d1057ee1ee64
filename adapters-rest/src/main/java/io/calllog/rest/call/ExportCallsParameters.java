package io.calllog.rest.call;

import io.calllog.application.shared.SearchText;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.rest.shared.TimeBound;
import io.calllog.rest.shared.export.Csv;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of calls as a file: those of the list, except those about pages. */
sealed interface ExportCallsParameters {

  Set<OfficerId> officerId();

  Set<ClientId> clientId();

  Set<CallType> type();

  Set<CallOutcome> outcome();

  @Nullable RegionPath region();

  @Nullable TimeBound from();

  @Nullable TimeBound to();

  @Nullable CallDuration minDurationSeconds();

  @Nullable ExternalId externalId();

  @Nullable SearchText q();

  @Nullable CallSort sort();

  /** The parameters of the same list. */
  default ListCallsParameters list() {
    return new ListCallsParameters(
        officerId(),
        clientId(),
        type(),
        outcome(),
        region(),
        from(),
        to(),
        minDurationSeconds(),
        externalId(),
        q(),
        sort(),
        null,
        null,
        null);
  }

  record SheetParameters(
      Set<OfficerId> officerId,
      Set<ClientId> clientId,
      Set<CallType> type,
      Set<CallOutcome> outcome,
      @Nullable RegionPath region,
      @Nullable TimeBound from,
      @Nullable TimeBound to,
      @Nullable CallDuration minDurationSeconds,
      @Nullable ExternalId externalId,
      @Nullable SearchText q,
      @Nullable CallSort sort)
      implements ExportCallsParameters {}

  record CsvParameters(
      Set<OfficerId> officerId,
      Set<ClientId> clientId,
      Set<CallType> type,
      Set<CallOutcome> outcome,
      @Nullable RegionPath region,
      @Nullable TimeBound from,
      @Nullable TimeBound to,
      @Nullable CallDuration minDurationSeconds,
      @Nullable ExternalId externalId,
      @Nullable SearchText q,
      @Nullable CallSort sort,
      @Nullable Boolean bom,
      Csv.@Nullable Separator separator)
      implements ExportCallsParameters {

    Csv csv() {
      return Csv.of(bom, separator);
    }
  }
}
