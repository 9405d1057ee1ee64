package io.calllog.rest.client;

import static java.util.Objects.requireNonNullElse;

import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body that replaces a client. The body that creates one contains it. */
record ClientRequest(
    Name name,
    @Nullable Name company,
    @Nullable Phone phone,
    @Nullable List<PhoneRequest> phones,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    @Nullable RegionPath region,
    @Nullable ClientStatus status,
    @Nullable OfficerId ownerId,
    @Nullable ExternalId externalId,
    @Nullable CallInterval callEvery) {

  /** Throws {@code InvalidInput} if there are too many phones. */
  ClientRequest {
    if (phones != null) {
      Phone.few(phones);
    }
  }

  ClientDetails toDetails(RegionPath defaultRegion, List<Phone> current) {
    return new ClientDetails(
        name,
        company,
        Phone.combined(phone, PhoneRequest.phones(phones), current),
        email,
        address,
        requireNonNullElse(region, defaultRegion),
        requireNonNullElse(status, ClientStatus.LEAD),
        ownerId,
        externalId,
        callEvery);
  }
}
