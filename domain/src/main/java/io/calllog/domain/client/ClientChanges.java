package io.calllog.domain.client;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change about a client, field by field ({@link ClientDetails}).
 *
 * @param name of the name
 * @param company of the company
 * @param phone of the phone
 * @param email of the email
 * @param address of the address
 * @param region of the region
 * @param status of the status
 * @param ownerId of the owner
 */
public record ClientChanges(
    Change<Name> name,
    Change<@Nullable Name> company,
    Change<@Nullable PhoneNumber> phone,
    Change<@Nullable EmailAddress> email,
    Change<@Nullable PostalAddress> address,
    Change<Region> region,
    Change<ClientStatus> status,
    Change<@Nullable OfficerId> ownerId) {

  /** The details as they are after the change. */
  public ClientDetails applyTo(ClientDetails current) {
    return new ClientDetails(
        name.applyTo(current.name()),
        company.applyTo(current.company()),
        phone.applyTo(current.phone()),
        email.applyTo(current.email()),
        address.applyTo(current.address()),
        region.applyTo(current.region()),
        status.applyTo(current.status()),
        ownerId.applyTo(current.ownerId()));
  }
}
