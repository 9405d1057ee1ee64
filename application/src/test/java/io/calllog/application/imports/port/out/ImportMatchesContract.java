package io.calllog.application.imports.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.imports.port.out.ImportMatches.Clients;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link ImportMatches}. */
public abstract class ImportMatchesContract extends StorageContract {

  private final ExternalId crm1 = new ExternalId("CRM-1-" + samples.token());
  private final ExternalId crm2 = new ExternalId("CRM-2-" + samples.token());
  private final EmailAddress email = new EmailAddress("desk@" + samples.token() + ".example");
  private final PhoneNumber number = samples.number(1);

  @Test
  void finds_visible_officers_by_address() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    var typed = new EmailAddress(anna.details().email().value().toUpperCase(Locale.ROOT));

    assertThat(matches().officers(Set.of(typed, email), Visibility.EVERYTHING))
        .isEqualTo(Map.of(typed, anna.id()));
    assertThat(matches().officers(Set.of(typed), in("DE"))).isEmpty();
  }

  @Test
  void finds_visible_clients_by_each_value() {
    Client acme = keep(client("UK", crm1));
    Client desk = keep(client("UK", crm2));
    keep(client("DE", new ExternalId("CRM-3-" + samples.token())));
    Client deleted = keep(client("UK", new ExternalId("CRM-4-" + samples.token())));
    doInTransaction(() -> storage().clients().remove(deleted, Samples.NOW));

    Clients found = matches().clients(Set.of(number), Set.of(email), Set.of(crm1), in("UK"));

    assertThat(found.byPhone().get(number)).containsExactlyInAnyOrder(acme.id(), desk.id());
    assertThat(found.byEmail().get(email)).containsExactlyInAnyOrder(acme.id(), desk.id());
    assertThat(found.byExternalId()).isEqualTo(Map.of(crm1, List.of(acme.id())));
    assertThat(found.merged()).isEmpty();
  }

  @Test
  void finds_the_client_that_one_with_the_external_id_was_merged_into() {
    Client acme = keep(client("UK", crm1));
    Client again = keep(client("DE", crm2));
    doInTransaction(() -> storage().clients().remove(again, acme.id(), Samples.NOW));

    Clients found = matches().clients(Set.of(number), Set.of(email), Set.of(crm1, crm2), in("UK"));

    assertThat(found.byPhone()).isEqualTo(Map.of(number, List.of(acme.id())));
    assertThat(found.byEmail()).isEqualTo(Map.of(email, List.of(acme.id())));
    assertThat(found.byExternalId())
        .isEqualTo(Map.of(crm1, List.of(acme.id()), crm2, List.of(acme.id())));
    assertThat(found.merged()).isEqualTo(Map.of(acme.id(), Set.of(again.id())));
    assertThat(externalId(crm2, "DE").byExternalId()).isEmpty();
    doInTransaction(() -> storage().clients().remove(acme, Samples.NOW));
    assertThat(externalId(crm2, "UK").byExternalId()).isEmpty();
  }

  @Test
  void finds_the_client_that_one_with_the_address_was_merged_into() {
    var address = new EmailAddress("old-" + email.value());
    Client acme = keep(client("UK", crm1));
    Client was = client("UK", crm2);
    Client again =
        keep(
            new Client(
                was.id(), with(address, was.details()), was.createdAt(), was.updatedAt(), 0));
    doInTransaction(() -> storage().clients().remove(again, acme.id(), Samples.NOW));
    var typed = new EmailAddress(address.value().toUpperCase(Locale.ROOT));

    Clients found = matches().clients(Set.of(), Set.of(typed), Set.of(), in("UK"));
    assertThat(found.byEmail()).isEqualTo(Map.of(typed, List.of(acme.id())));
    assertThat(found.merged()).isEqualTo(Map.of(acme.id(), Set.of(again.id())));

    Client third = keep(client("UK", new ExternalId("CRM-3-" + samples.token())));
    doInTransaction(() ->
        storage()
            .clients()
            .update(
                new Client(
                    third.id(),
                    with(address, third.details()),
                    Samples.NOW,
                    Samples.NOW,
                    third.version())));
    assertThat(matches().clients(Set.of(), Set.of(typed), Set.of(), in("UK")).byEmail())
        .isEqualTo(Map.of(typed, List.of(third.id())));
  }

  @Test
  void a_client_that_has_the_external_id_now_comes_first() {
    Client acme = keep(client("UK", crm1));
    Client again = keep(client("UK", crm2));
    Client third = keep(client("UK", new ExternalId("CRM-3-" + samples.token())));
    doInTransaction(() -> storage().clients().remove(again, acme.id(), Samples.NOW));
    doInTransaction(() ->
        storage()
            .clients()
            .update(
                new Client(
                    third.id(), again.details(), Samples.NOW, Samples.NOW, third.version())));

    assertThat(externalId(crm2, "UK").byExternalId()).isEqualTo(Map.of(crm2, List.of(third.id())));
  }

  private static ClientDetails with(EmailAddress email, ClientDetails details) {
    return new ClientDetails(
        details.name(),
        details.company(),
        details.phones(),
        email,
        details.address(),
        details.region(),
        details.status(),
        details.ownerId(),
        details.externalId(),
        details.callEvery());
  }

  private Clients externalId(ExternalId id, String region) {
    return matches().clients(Set.of(), Set.of(), Set.of(id), in(region));
  }

  private ImportMatches matches() {
    return storage().importMatches();
  }

  private Visibility in(String region) {
    return Visibility.of(Territory.of(samples.below(region)));
  }

  private Client client(String region, ExternalId externalId) {
    return samples.client(
        new ClientDetails(
            new Name("Acme"),
            null,
            List.of(Phone.of(number)),
            email,
            null,
            samples.below(region),
            ClientStatus.LEAD,
            null,
            externalId,
            null));
  }
}
