package io.calllog.domain.client;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Personal;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a client that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail. The owner is the officer who looks after the client.
 * The external id is unique among clients who are not deleted. A client is called at least once in
 * every {@code callEvery}.
 */
public record ClientDetails(
    @Personal Name name,
    @Personal @Nullable Name company,
    @Personal @Nullable PhoneNumber phone,
    @Personal @Nullable EmailAddress email,
    @Personal @Nullable PostalAddress address,
    RegionPath region,
    ClientStatus status,
    @Nullable OfficerId ownerId,
    @Personal @Nullable ExternalId externalId,
    @Nullable CallInterval callEvery) {

  /** The name of a client whose personal data was erased. */
  public static final Name ERASED = new Name("Erased");

  /** Returns these details with another owner. */
  ClientDetails ownedBy(OfficerId owner) {
    return new ClientDetails(
        name, company, phone, email, address, region, status, owner, externalId, callEvery);
  }

  /** Returns these details, with those of another client where these are missing. */
  ClientDetails completedBy(ClientDetails other) {
    return new ClientDetails(
        name,
        company == null ? other.company : company,
        phone == null ? other.phone : phone,
        email == null ? other.email : email,
        address == null ? other.address : address,
        region,
        status,
        ownerId == null ? other.ownerId : ownerId,
        externalId == null ? other.externalId : externalId,
        callEvery == null ? other.callEvery : callEvery);
  }

  /** Returns these details without personal data. */
  ClientDetails erased() {
    return new ClientDetails(ERASED, null, null, null, null, region, status, ownerId, null, null);
  }
}
