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

/** The properties of a client that a patch may have. */
record PatchClientRequest(
    Name name,
    @Nullable Name company,
    @Nullable Phone phone,
    @Nullable List<PhoneRequest> phones,
    @Nullable EmailAddress email,
    @Nullable PostalAddress address,
    RegionPath region,
    ClientStatus status,
    @Nullable OfficerId ownerId,
    @Nullable ExternalId externalId,
    @Nullable CallInterval callEvery) {

  static PatchClientRequest of(ClientDetails details) {
    return new PatchClientRequest(
        details.name(),
        details.company(),
        details.phone() == null ? null : Phone.of(details.phone()),
        details.phones().stream()
            .map(phone -> new PhoneRequest(phone, null, phone.label()))
            .toList(),
        details.email(),
        details.address(),
        details.region(),
        details.status(),
        details.ownerId(),
        details.externalId(),
        details.callEvery());
  }

  ClientDetails toDetails(ClientDetails current) {
    List<Phone> all = requireNonNullElse(PhoneRequest.phones(phones), List.of());
    boolean unchanged = all.equals(current.phones());
    return new ClientDetails(
        name,
        company,
        Phone.combined(phone, unchanged ? null : all, current.phones()),
        email,
        address,
        region,
        status,
        ownerId,
        externalId,
        callEvery);
  }
}
