package io.calllog.domain.client;

import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Personal;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a client that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail. The first phone is the one to call. The owner is the
 * officer who looks after the client. The external id is unique among clients who are not deleted.
 * A client is called at least once in every {@code callEvery}.
 */
public record ClientDetails(
    @Personal Name name,
    @Personal @Nullable Name company,
    @Personal List<Phone> phones,
    @Personal @Nullable EmailAddress email,
    @Personal @Nullable PostalAddress address,
    RegionPath region,
    ClientStatus status,
    @Nullable OfficerId ownerId,
    @Personal @Nullable ExternalId externalId,
    @Nullable CallInterval callEvery) {

  /** The name of a client whose personal data was erased. */
  public static final Name ERASED = new Name("Erased");

  /** Throws {@link InvalidInput} if there are too many phones. */
  public ClientDetails {
    phones = Phone.few(phones);
  }

  /** Returns the number of the first phone. */
  public @Nullable PhoneNumber phone() {
    return phones.isEmpty() ? null : phones.getFirst().number();
  }

  /** Returns these details with another owner. */
  ClientDetails ownedBy(OfficerId owner) {
    return new ClientDetails(
        name, company, phones, email, address, region, status, owner, externalId, callEvery);
  }

  /**
   * Returns these details, with those of another client where these are missing, and with its other
   * phones. Throws {@link InvalidInput} if these are too many.
   */
  ClientDetails completedBy(ClientDetails other) {
    List<Phone> all =
        Stream.concat(phones.stream(), other.phones.stream().filter(theirs -> !hasNumberOf(theirs)))
            .toList();
    if (all.size() > Phone.MAX_PHONES) {
      throw new InvalidInput(
          "from",
          "too-many",
          "has too many phones: both clients have "
              + all.size()
              + " together, and a client has at most "
              + Phone.MAX_PHONES);
    }
    return new ClientDetails(
        name,
        company == null ? other.company : company,
        all,
        email == null ? other.email : email,
        address == null ? other.address : address,
        region,
        status,
        ownerId == null ? other.ownerId : ownerId,
        externalId == null ? other.externalId : externalId,
        callEvery == null ? other.callEvery : callEvery);
  }

  private boolean hasNumberOf(Phone other) {
    return phones.stream()
        .anyMatch(phone ->
            phone.number().equals(other.number())
                && Objects.equals(phone.extension(), other.extension()));
  }

  /** Returns these details without personal data. */
  ClientDetails erased() {
    return new ClientDetails(
        ERASED, null, List.of(), null, null, region, status, ownerId, null, null);
  }
}
