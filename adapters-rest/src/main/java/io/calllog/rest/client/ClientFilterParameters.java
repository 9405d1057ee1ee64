package io.calllog.rest.client;

import io.calllog.application.client.view.CallCoverage;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.shared.SearchText;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters that say which clients a list contains, in which order. */
record ClientFilterParameters(
    Set<ClientStatus> status,
    @Nullable RegionPath region,
    Set<OfficerId> ownerId,
    @Nullable Boolean unowned,
    @Nullable ExternalId externalId,
    @Nullable SearchText q,
    @Nullable Phone phone,
    @Nullable CallInterval notCalledFor,
    Set<CallCoverage> coverage,
    @Nullable ClientSort sort) {

  ClientFilter toFilter() {
    return new ClientFilter(
        status,
        region,
        ownerId,
        externalId,
        q,
        Boolean.TRUE.equals(unowned),
        notCalledFor,
        coverage,
        phone == null ? null : phone.number());
  }

  ClientOrder order() {
    return sort == null ? ClientOrder.NAME : sort.order();
  }
}
