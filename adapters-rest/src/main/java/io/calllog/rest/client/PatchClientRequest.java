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
import org.jspecify.annotations.Nullable;

record PatchClientRequest(
    Change<Name> name,
    Change<@Nullable Name> company,
    Change<@Nullable PhoneNumber> phone,
    Change<@Nullable EmailAddress> email,
    Change<@Nullable PostalAddress> address,
    Change<Region> region,
    Change<ClientStatus> status,
    Change<@Nullable OfficerId> ownerId) {

  ClientChanges toChanges() {
    return new ClientChanges(name, company, phone, email, address, region, status, ownerId);
  }
}
