package io.calllog.application.imports.port.out;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the visible officers and clients that rows refer to without an id. Thread-safe. */
public interface ImportMatches {

  /** Finds officers by address, ignoring case. The keys are the addresses that were given. */
  Map<EmailAddress, OfficerId> officers(Set<EmailAddress> addresses, Visibility visibility);

  /**
   * Finds all clients that have one of the values. An external id or an address also finds the
   * client that another one with it was merged into, unless a client that is not deleted has it.
   */
  Clients clients(
      Set<PhoneNumber> phones,
      Set<EmailAddress> addresses,
      Set<ExternalId> externalIds,
      Visibility visibility);

  /**
   * The clients for each value; several if it is not unique.
   *
   * @param merged for each of these clients that others were merged into, their ids
   */
  record Clients(
      Map<PhoneNumber, List<ClientId>> byPhone,
      Map<EmailAddress, List<ClientId>> byEmail,
      Map<ExternalId, List<ClientId>> byExternalId,
      Map<ClientId, Set<ClientId>> merged) {}
}
