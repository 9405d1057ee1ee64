package io.calllog.rest.call;

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

/** The query parameters of calls as CSV: those of the list that are not about pages. */
record ExportCallsParameters(
    Set<OfficerId> officerId,
    Set<ClientId> clientId,
    Set<CallType> type,
    Set<CallOutcome> outcome,
    @Nullable RegionPath region,
    @Nullable TimeBound from,
    @Nullable TimeBound to,
    @Nullable CallDuration minDurationSeconds,
    @Nullable ExternalId externalId,
    @Nullable CallSort sort,
    @Nullable Boolean bom,
    Csv.@Nullable Separator separator) {

  ListCallsParameters list() {
    return new ListCallsParameters(
        officerId,
        clientId,
        type,
        outcome,
        region,
        from,
        to,
        minDurationSeconds,
        externalId,
        sort,
        null,
        null,
        null);
  }

  Csv csv() {
    return Csv.of(bom, separator);
  }
}
