package io.calllog.application.change.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.change.port.out.ChangeFeed.End;
import io.calllog.application.change.port.out.ChangeFeed.Entry;
import io.calllog.application.change.port.out.ChangeFeed.Request;
import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.Change.SavedCall;
import io.calllog.application.change.view.Change.SavedClient;
import io.calllog.application.change.view.Change.SavedFollowUp;
import io.calllog.application.change.view.Change.SavedOfficer;
import io.calllog.application.change.view.Change.SavedRegion;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.change.view.Sight;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link ChangeFeed}. */
public abstract class ChangeFeedContract extends ChangedRegionsContract {

  @Test
  void has_everything_that_is_visible_in_the_order_of_the_kinds_or_of_the_changes() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Call call = keep(samples.call(anna, Samples.NOW));

    List<Change> all = read(everythingIn(samples.root()), start(), 0);

    assertThat(all)
        .extracting(Change::kind)
        .containsExactly(ChangeKind.REGION, ChangeKind.OFFICER, ChangeKind.CLIENT, ChangeKind.CALL);
    assertThat(all)
        .extracting(Change::id)
        .endsWith(anna.id().value(), acme.id().value(), call.id().value());
    assertThat(((SavedRegion) all.getFirst()).region().region().path()).isEqualTo(samples.root());
    assertThat(((SavedOfficer) all.get(1)).officer().details()).isEqualTo(anna.details());
    assertThat(((SavedClient) all.get(2)).client()).isEqualTo(acme);
    assertThat(((SavedCall) all.get(3)).call().call()).isEqualTo(call);
    assertThat(((SavedCall) all.get(3)).call().officerName()).isEqualTo("Anna");
    assertThat(read(everythingIn(samples.below("UK")), start(), 0)).isEmpty();
  }

  @Test
  void has_each_thing_once_with_its_newest_state_after_the_last_end() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Client apex = keep(samples.client("Apex", samples.root()));
    End end = settledEnd();

    Client once = update(in(samples.root(), acme, "Acme 1"));
    update(in(samples.root(), once, "Acme 2"));

    List<Change> changed = readSince(everythingIn(samples.root()), end);
    assertThat(changed).hasSize(1);
    assertThat(((SavedClient) changed.getFirst()).client().details().name().value())
        .isEqualTo("Acme 2");
    assertThat(readSince(everythingIn(samples.root()), settledEnd())).isEmpty();
    assertThat(read(everythingIn(samples.root()), start(), 0))
        .extracting(Change::id)
        .endsWith(anna.id().value(), apex.id().value(), acme.id().value());
  }

  @Test
  void is_the_same_in_pages_of_any_size_and_for_any_kinds() {
    for (int i = 0; i < 3; i++) {
      Officer officer = keep(samples.officer("Officer " + i, samples.root()));
      doInTransaction(() -> {
        storage().clients().add(samples.client("Acme", samples.root()));
        storage().clients().add(samples.client("Apex", samples.root()));
      });
      keep(samples.call(officer, Samples.NOW.plusSeconds(i)));
    }
    Sight sight = everythingIn(samples.root());
    End end = settledEnd();
    List<Entry> all = feed().read(new Request(sight, ALL, start(), 0, end, 1000));
    assertThat(all).hasSize(13);

    for (int size = 1; size <= 14; size++) {
      for (Set<ChangeKind> kinds :
          List.of(
              ALL,
              EnumSet.of(ChangeKind.CLIENT),
              EnumSet.of(ChangeKind.OFFICER, ChangeKind.CALL))) {
        List<Entry> walked = new ArrayList<>();
        List<Entry> page;
        ChangePosition after = start();
        do {
          page = feed().read(new Request(sight, kinds, after, 0, end, size));
          walked.addAll(page);
          after = walked.getLast().position();
        } while (page.size() == size && walked.size() <= 20);
        assertThat(walked)
            .as("%s in pages of %s", kinds, size)
            .isEqualTo(
                all.stream().filter(entry -> kinds.contains(entry.change().kind())).toList());
      }
    }
  }

  @Test
  void tells_what_was_deleted_to_those_who_could_have_it() {
    Client acme = keep(samples.client("Acme", samples.below("UK")));
    End end = settledEnd();
    doInTransaction(() -> storage().clients().remove(acme, LATER));

    var removed = new Removed(ChangeKind.CLIENT, acme.id().value());
    assertThat(readSince(everythingIn(samples.below("UK")), end)).containsExactly(removed);
    assertThat(readSince(everythingIn(samples.below("DE")), end)).isEmpty();
    End later = settledEnd();
    assertThat(read(everythingIn(samples.below("UK")), start(), later.transaction()))
        .doesNotContain(removed);
  }

  @Test
  void tells_what_has_left_only_to_those_who_do_not_see_it_any_more() {
    make(List.of(samples.below("UK"), samples.below("DE")));
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Client acme = keep(samples.client("Acme", samples.below("UK")));
    End end = settledEnd();

    Client moved = update(in(samples.below("DE"), acme, "Acme"));
    move(anna, samples.below("DE"));

    var client = new Removed(ChangeKind.CLIENT, acme.id().value());
    var officer = new Removed(ChangeKind.OFFICER, anna.id().value());
    assertThat(onlyOf(readSince(everythingIn(samples.below("UK")), end)))
        .containsExactly(client, officer);
    assertThat(onlyOf(readSince(everythingIn(samples.below("DE")), end)))
        .extracting(Change::id)
        .containsExactly(acme.id().value(), anna.id().value());
    assertThat(readSince(everythingIn(samples.below("FR")), end)).isEmpty();
    assertThat(onlyOf(readSince(everythingIn(samples.root()), end)))
        .allMatch(change -> !(change instanceof Removed))
        .hasSize(2);
    Sight own =
        new Sight(
            Visibility.of(Territory.NONE),
            Visibility.ownedBy(anna.id()),
            Visibility.ownedBy(anna.id()),
            Visibility.ownedBy(anna.id()));
    assertThat(readSince(own, end)).extracting(Change::id).containsExactly(anna.id().value());

    // there and back: those in UK have it again, those in DE lose it
    End between = settledEnd();
    update(in(samples.below("UK"), moved, "Acme"));
    assertThat(onlyOf(readSince(everythingIn(samples.below("UK")), end)))
        .extracting(Change::getClass)
        .containsExactlyInAnyOrder(Removed.class, SavedClient.class);
    assertThat(onlyOf(readSince(everythingIn(samples.below("DE")), between)))
        .containsExactly(client);
  }

  @Test
  void has_follow_ups_for_those_who_see_the_officer_or_the_client() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Client acme = keep(samples.client("Acme", samples.below("DE")));
    FollowUp followUp = keep(samples.followUp(anna, acme, LATER));
    Set<ChangeKind> kind = EnumSet.of(ChangeKind.FOLLOW_UP);
    End end = settledEnd();

    for (String place : List.of("UK", "DE")) {
      assertThat(onlyOf(read(everythingIn(samples.below(place)), start(), 0), kind))
          .singleElement()
          .satisfies(change -> {
            assertThat(((SavedFollowUp) change).followUp().followUp()).isEqualTo(followUp);
            assertThat(((SavedFollowUp) change).followUp().officerName()).isEqualTo("Anna");
            assertThat(((SavedFollowUp) change).followUp().clientName())
                .isEqualTo(place.equals("DE") ? "Acme" : null);
          });
    }
    assertThat(onlyOf(read(everythingIn(samples.below("FR")), start(), 0), kind)).isEmpty();

    update(in(samples.below("FR"), acme, "Acme"));
    var removed = new Removed(ChangeKind.FOLLOW_UP, followUp.id().value());
    assertThat(onlyOf(readSince(everythingIn(samples.below("FR")), end), kind))
        .singleElement()
        .isInstanceOf(SavedFollowUp.class);
    assertThat(onlyOf(readSince(everythingIn(samples.below("UK")), end), kind))
        .singleElement()
        .isInstanceOf(SavedFollowUp.class);
    assertThat(onlyOf(readSince(everythingIn(samples.below("DE")), end), kind))
        .containsExactly(removed);

    move(anna, samples.below("DE"));
    assertThat(onlyOf(readSince(everythingIn(samples.below("UK")), end), kind)).contains(removed);
    End later = settledEnd();
    doInTransaction(() ->
        storage()
            .followUps()
            .remove(storage().followUps().findForUpdate(followUp.id()).orElseThrow(), LATER));
    assertThat(onlyOf(readSince(everythingIn(samples.below("FR")), later), kind))
        .containsExactly(removed);
  }

  private static List<Change> onlyOf(List<Change> changes, Set<ChangeKind> kinds) {
    return changes.stream().filter(change -> kinds.contains(change.kind())).toList();
  }

  @Test
  void tells_a_former_owner_that_a_client_is_gone() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("UK")));
    Client acme =
        keep(ownedBy(anna.id(), samples.client("Acme", samples.below("DE")), samples.below("DE")));
    End end = settledEnd();

    update(ownedBy(bob.id(), acme, samples.below("DE")));

    var removed = new Removed(ChangeKind.CLIENT, acme.id().value());
    assertThat(readSince(officer(anna, samples.below("UK")), end)).containsExactly(removed);
    assertThat(readSince(officer(bob, samples.below("UK")), end))
        .singleElement()
        .isInstanceOf(SavedClient.class);
    assertThat(readSince(officer(anna, samples.below("DE")), end))
        .singleElement()
        .isInstanceOf(SavedClient.class);
  }

  private static Sight officer(Officer officer, RegionPath region) {
    return new Sight(
        Visibility.of(Territory.NONE),
        Visibility.ownedBy(officer.id()),
        new Part(Territory.of(region), officer.id()),
        Visibility.ownedBy(officer.id()));
  }

  private static List<Change> onlyOf(List<Change> changes) {
    return changes.stream().filter(change -> change.kind() != ChangeKind.REGION).toList();
  }

  private Client update(Client client) {
    make(List.of(client.details().region()));
    return inTransaction(() -> storage().clients().update(client));
  }

  private static Client in(RegionPath region, Client client, String name) {
    return with(client, name, region, client.details().ownerId());
  }

  private static Client ownedBy(OfficerId owner, Client client, RegionPath region) {
    return with(client, client.details().name().value(), region, owner);
  }

  private static Client with(
      Client client, String name, RegionPath region, @Nullable OfficerId owner) {
    ClientDetails d = client.details();
    var details =
        new ClientDetails(
            new Name(name),
            d.company(),
            d.phones(),
            d.email(),
            d.address(),
            region,
            d.status(),
            owner,
            d.externalId(),
            null);
    return new Client(client.id(), details, client.createdAt(), LATER, client.version());
  }
}
