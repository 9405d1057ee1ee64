package io.calllog.rest.client;

import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.shared.Caller;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.ClientId;
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

/** The body that creates a client. */
record CreateClientRequest(
    @Nullable ClientId id,
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

  CreateClient.Command toCommand(Caller caller) {
    var request =
        new ClientRequest(
            name,
            company,
            phone,
            phones,
            email,
            address,
            region,
            status,
            ownerId,
            externalId,
            callEvery);
    return new CreateClient.Command(
        caller, id, request.toDetails(caller.actor().defaultRegion(), List.of()));
  }
}
