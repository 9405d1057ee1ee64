package io.calllog.rest.client;

import io.calllog.application.client.port.in.CreateClient;
import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record CreateClientRequest(
    Name name,
    @Nullable Name company,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    @Nullable Region region,
    @Nullable ClientStatus status,
    @Nullable OfficerId ownerId) {

  CreateClient.Command toCommand(Caller caller) {
    return new CreateClient.Command(
        caller,
        name,
        company,
        phone,
        email,
        address,
        region,
        Objects.requireNonNullElse(status, ClientStatus.LEAD),
        ownerId);
  }
}
