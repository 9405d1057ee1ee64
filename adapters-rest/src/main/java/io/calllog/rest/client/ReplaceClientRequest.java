package io.calllog.rest.client;

import io.calllog.domain.client.ClientChanges;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that can be edited about a client. What is left out becomes null, the status its default; the
 * region keeps its value.
 */
record ReplaceClientRequest(
    Name name,
    @Nullable Name company,
    @Nullable PhoneNumber phone,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    @Nullable Region region,
    @Nullable ClientStatus status,
    @Nullable OfficerId ownerId) {

  ClientChanges toChanges() {
    return new ClientChanges(
        Change.to(name),
        Change.to(company),
        Change.to(phone),
        Change.to(email),
        Change.to(address),
        region == null ? Change.keep() : Change.to(region),
        Change.to(Objects.requireNonNullElse(status, ClientStatus.LEAD)),
        Change.to(ownerId));
  }
}
