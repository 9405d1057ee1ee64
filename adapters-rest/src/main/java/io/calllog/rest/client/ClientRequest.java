package io.calllog.rest.client;

import static java.util.Objects.requireNonNullElse;

import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import org.jspecify.annotations.Nullable;

/** The body that replaces a client. */
record ClientRequest(
    Name name,
    @Nullable Name company,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    @Nullable RegionPath region,
    @Nullable ClientStatus status,
    @Nullable OfficerId ownerId,
    @Nullable ExternalId externalId,
    @Nullable CallInterval callEvery) {

  ClientDetails toDetails(RegionPath defaultRegion) {
    return new ClientDetails(
        name,
        company,
        phone,
        email,
        address,
        requireNonNullElse(region, defaultRegion),
        requireNonNullElse(status, ClientStatus.LEAD),
        ownerId,
        externalId,
        callEvery);
  }
}
