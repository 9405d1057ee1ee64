package io.calllog.application.client.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.client.port.out.ClientViews.AsOf;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.PossibleDuplicate;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.PostalAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link ClientViews}. */
public abstract class ClientViewsContract extends ClientFiltersContract {

  @Test
  void returns_a_client_as_stored() {
    Officer owner = keep(samples.officer("Anna", samples.root()));
    Client full =
        keep(
            samples.client(
                new ClientDetails(
                    new Name("Zoë"),
                    new Name("Acme"),
                    List.of(Phone.of(new PhoneNumber("+442079460958"))),
                    new EmailAddress("Zoe@Example.com"),
                    new PostalAddress("1 Long Lane\nLondon"),
                    samples.root(),
                    ClientStatus.CONVERTED,
                    owner.id(),
                    null,
                    CallInterval.ofDays(14))));
    Client bare = keep(samples.client("Bare", samples.root()));

    assertThat(views().find(full.id(), Visibility.EVERYTHING)).contains(full);
    assertThat(views().find(bare.id(), Visibility.EVERYTHING)).contains(bare);
    assertThat(list(inRoot(), Paging.first()))
        .isEqualTo(new Slice<>(List.of(bare, full), null, null));
  }

  @Test
  void does_not_return_unknown_or_deleted_ones() {
    Client client = keep(samples.client("Acme", samples.root()));
    doInTransaction(() -> storage().clients().remove(client, Samples.NOW));

    assertThat(views().find(client.id(), Visibility.EVERYTHING)).isEmpty();
    assertThat(views().find(new ClientId(samples.id(Samples.NOW)), Visibility.EVERYTHING))
        .isEmpty();
    assertThat(list(inRoot(), new Paging<>(10, null, true)))
        .isEqualTo(new Slice<>(List.of(), null, new Total(0, false)));
  }

  @Test
  void finds_possible_duplicates() {
    Client grace =
        keep(described("Grace Hopper", "Navy Yard", "+12025550143", "Grace@Navy.example"));
    Client phone = keep(described("Reception", null, "+12025550143", null));
    Client mail = keep(described("Zed", "Navy", null, "grace@navy.example"));
    Client typo = keep(described("Hopper, Gráce", "Navy Yard Ltd", null, null));
    Client nameOnly = keep(described("GRACE HOPER", null, null, null));
    keep(described("Grace Hopper", "Harbour Tools", null, null));
    keep(described("Grace Murphy", "Navy Yard", null, null));
    Client hidden = keep(samples.client("Grace Hopper", samples.below("DE")));
    Client deleted = keep(described("Grace Hopper", null, null, null));
    doInTransaction(() -> storage().clients().remove(deleted, Samples.NOW));

    Visibility seen = Visibility.of(Territory.of(samples.below("UK")));
    assertThat(views().findPossibleDuplicates(grace.id(), grace.details(), seen))
        .containsExactly(
            duplicate(phone, "phone"),
            duplicate(mail, "email"),
            duplicate(nameOnly, "name"),
            duplicate(typo, "name"));
    assertThat(views().findPossibleDuplicates(hidden.id(), phone.details(), seen))
        .containsExactly(duplicate(grace, "phone"), duplicate(phone, "phone", "name"));
    assertThat(
            views()
                .findPossibleDuplicates(
                    mail.id(), described("!", null, null, null).details(), seen))
        .isEmpty();
  }

  private static PossibleDuplicate duplicate(Client client, String... because) {
    var details = client.details();
    return new PossibleDuplicate(client.id(), details.name(), details.company(), List.of(because));
  }

  private Client described(
      String name, @Nullable String company, @Nullable String phone, @Nullable String email) {
    return samples.client(
        new ClientDetails(
            new Name(name),
            company == null ? null : new Name(company),
            phone == null ? List.of() : List.of(Phone.of(new PhoneNumber(phone))),
            email == null ? null : new EmailAddress(email),
            null,
            samples.below("UK"),
            ClientStatus.LEAD,
            null,
            null,
            null));
  }

  @Test
  void finds_the_client_that_another_one_was_merged_into() {
    Client acme = keep(samples.client("Acme", samples.below("DE")));
    Client again = keep(samples.client("Acme GmbH", samples.below("UK")));
    Client third = keep(samples.client("Acme AG", samples.below("UK")));
    doInTransaction(() -> storage().clients().remove(third, again.id(), Samples.NOW));
    doInTransaction(() -> storage().clients().remove(again, acme.id(), Samples.NOW));
    Visibility germany = Visibility.of(Territory.of(samples.below("DE")));
    Visibility uk = Visibility.of(Territory.of(samples.below("UK")));

    for (Client merged : List.of(again, third)) {
      assertThat(views().find(merged.id(), Visibility.EVERYTHING)).isEmpty();
      assertThat(views().findMergedInto(merged.id(), germany)).contains(acme);
      assertThat(views().findMergedInto(merged.id(), uk)).isEmpty();
      assertThat(views().findIds(merged.id(), germany)).isEmpty();
      assertThat(asOf(Samples.NOW.plusSeconds(9), merged, uk)).isPresent();
    }
    assertThat(views().findMergedInto(acme.id(), germany)).isEmpty();
    assertThat(views().findIds(acme.id(), germany))
        .containsExactlyInAnyOrder(acme.id(), again.id(), third.id());
    assertThat(views().findIds(acme.id(), uk)).isEmpty();
    ClientId unknown = new ClientId(samples.id(Samples.NOW));
    assertThat(views().findAllIds(Set.of(third.id(), unknown)))
        .containsExactlyInAnyOrder(acme.id(), again.id(), third.id(), unknown);
  }

  @Test
  void finds_a_client_as_of_a_time_before_it_was_deleted() {
    Client client = keep(samples.client("Acme", samples.below("DE")));
    var visible = Visibility.of(Territory.of(samples.root()));
    Instant deleted = Samples.NOW.plusSeconds(60);
    doInTransaction(() -> storage().clients().remove(client, deleted));

    assertThat(asOf(Samples.NOW, client, visible)).isPresent();
    assertThat(asOf(deleted, client, visible)).isEmpty();
    assertThat(asOf(Samples.NOW, client, Visibility.of(Territory.of(samples.below("FR")))))
        .isEmpty();
  }

  @Test
  void lists_a_moved_client_by_its_last_call_where_it_is_now() {
    Client client = keep(samples.client("Acme", samples.below("DE")));
    make(List.of(samples.below("UK")));
    moveToUk(client, Samples.NOW);

    assertThat(byLastCall(inRoot(), Visibility.of(territory(samples.below("DE"))), true)).isEmpty();
    assertThat(byLastCall(inRoot(), Visibility.of(territory(samples.below("UK"))), true))
        .hasSize(1);
  }

  @Test
  void finds_a_client_as_of_a_time_when_it_had_another_region_or_owner() {
    Officer anna = keep(samples.officer("Anna", samples.below("FR")));
    Client client = keep(samples.client("Acme", samples.below("DE"), anna.id()));
    make(List.of(samples.below("UK")));
    Instant moved = Samples.NOW.plusSeconds(60);
    moveToUk(client, moved);

    for (Visibility before :
        List.of(Visibility.of(Territory.of(samples.below("DE"))), Visibility.ownedBy(anna.id()))) {
      assertThat(asOf(Samples.NOW, client, before)).isPresent();
      assertThat(asOf(moved, client, before)).isEmpty();
    }
    assertThat(asOf(Samples.NOW, client, Visibility.of(Territory.of(samples.below("FR")))))
        .isEmpty();
    assertThat(asOf(moved, client, Visibility.of(Territory.of(samples.below("UK"))))).isPresent();
    assertThat(
            views()
                .findAsOf(
                    Set.of(new AsOf(client.id(), Samples.NOW), new AsOf(client.id(), moved)),
                    Visibility.of(Territory.of(samples.below("DE"))))
                .keySet())
        .containsExactly(new AsOf(client.id(), Samples.NOW));
  }

  @Test
  void returns_exactly_what_each_visibility_covers() {
    OfficerId one = keep(samples.officer("Anna", samples.root())).id();
    OfficerId other = keep(samples.officer("Bea", samples.root())).id();
    List<Client> clients = oneInEachRegion(null);
    clients.addAll(oneInEachRegion(one));
    clients.addAll(oneInEachRegion(other));
    ClientFilter theirs =
        new ClientFilter(
            Set.of(), null, Set.of(), null, text(samples.token()), false, null, Set.of(), null);

    for (Visibility visibility : visibilities(trickyRegions(), one, other)) {
      List<ClientId> visible =
          clients.stream()
              .filter(c -> visibility.covers(c.details().region(), c.details().ownerId()))
              .map(Client::id)
              .toList();

      assertThat(clients.stream().map(Client::id))
          .as("found with %s", visibility)
          .filteredOn(id -> views().find(id, visibility).isPresent())
          .isEqualTo(visible);
      assertThat(walk(20, (Paging<ByName> p) -> list(theirs, visibility, p)))
          .as("listed with %s", visibility)
          .extracting(Client::id)
          .containsExactlyInAnyOrderElementsOf(visible);
    }
  }

  /** Moves a client to the region UK and takes its owner away. The audit trail says so. */
  private void moveToUk(Client client, Instant now) {
    ClientDetails d = client.details();
    var details =
        new ClientDetails(
            d.name(),
            d.company(),
            d.phones(),
            d.email(),
            d.address(),
            samples.below("UK"),
            d.status(),
            null,
            d.externalId(),
            d.callEvery());
    Officer admin = samples.officer("Root", samples.root(), Role.ADMIN, OfficerStatus.ACTIVE);
    var caller = Caller.internal(admin.asActor());
    var changes = FieldChanges.between(d, details);
    doInTransaction(() -> {
      storage()
          .clients()
          .update(new Client(client.id(), details, client.createdAt(), now, client.version()));
      var entry =
          AuditEntry.done(now, caller, AuditAction.CLIENT_CHANGED, Subject.of(client), changes);
      storage().trail().record(entry);
    });
  }

  private Optional<Client> asOf(Instant time, Client client, Visibility visibility) {
    AsOf wanted = new AsOf(client.id(), time);
    return Optional.ofNullable(views().findAsOf(Set.of(wanted), visibility).get(wanted));
  }
}
