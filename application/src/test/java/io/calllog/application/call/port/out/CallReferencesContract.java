package io.calllog.application.call.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.port.out.CallReferences.References;
import io.calllog.application.call.port.out.CallReferences.ReferredClient;
import io.calllog.application.call.port.out.CallReferences.ReferredOfficer;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contract of {@link CallReferences}. */
public abstract class CallReferencesContract extends StorageContract {

  @Test
  void finds_officers_and_clients() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    Client acme = keep(samples.client("Acme", samples.below("UK")));
    Client owned = keep(samples.client("Owned", samples.below("DE"), anna.id()));

    References found =
        storage()
            .callReferences()
            .find(
                Set.of(anna.id(), bob.id(), new OfficerId(samples.id(Samples.NOW))),
                Set.of(ActorId.of(bob.id()), new ActorId(samples.id(Samples.NOW))),
                Set.of(acme.id(), owned.id(), new ClientId(samples.id(Samples.NOW))),
                Set.of(),
                Set.of(),
                Samples.NOW);

    assertThat(found.officers())
        .containsOnly(
            Map.entry(anna.id(), new ReferredOfficer(new Name("Anna"), samples.below("UK"))),
            Map.entry(bob.id(), new ReferredOfficer(new Name("Bob"), samples.below("DE"))));
    assertThat(found.actors()).containsOnly(Map.entry(ActorId.of(bob.id()), new Name("Bob")));
    assertThat(found.clients())
        .containsOnly(
            Map.entry(acme.id(), new ReferredClient(new Name("Acme"), samples.below("UK"), null)),
            Map.entry(
                owned.id(), new ReferredClient(new Name("Owned"), samples.below("DE"), anna.id())));
  }

  @Test
  void does_not_find_deleted_ones() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root(), samples.number(1)));
    doInTransaction(() -> {
      storage().officers().remove(anna, Samples.NOW);
      storage().clients().remove(acme, Samples.NOW);
    });

    References found =
        storage()
            .callReferences()
            .find(
                Set.of(anna.id()),
                Set.of(ActorId.of(anna.id())),
                Set.of(acme.id()),
                Set.of(samples.number(1)),
                Set.of(acme.id()),
                Samples.NOW);

    assertThat(found.officers()).isEmpty();
    assertThat(found.actors()).isEmpty();
    assertThat(found.clients()).isEmpty();
    assertThat(found.numbers()).isEmpty();
  }

  @Test
  void finds_the_clients_who_have_a_number() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    PhoneNumber shared = samples.number(1);
    PhoneNumber second = samples.number(2);
    Client acme = keep(samples.client("Acme", samples.below("UK"), shared, second));
    Client apex = keep(samples.client("Apex", samples.below("DE"), shared));
    keep(samples.client("Other", samples.root(), samples.number(3)));
    FollowUp due = keep(samples.followUp(anna, apex, Samples.NOW));

    References found =
        storage()
            .callReferences()
            .find(
                Set.of(anna.id()),
                Set.of(ActorId.of(anna.id())),
                Set.of(),
                Set.of(shared, second, samples.number(4)),
                Set.of(),
                Samples.NOW);

    assertThat(found.numbers())
        .containsOnly(
            Map.entry(shared, Set.of(acme.id(), apex.id())), Map.entry(second, Set.of(acme.id())));
    assertThat(found.clients())
        .containsOnly(
            Map.entry(acme.id(), new ReferredClient(new Name("Acme"), samples.below("UK"), null)),
            Map.entry(apex.id(), new ReferredClient(new Name("Apex"), samples.below("DE"), null)));
    assertThat(found.officers()).containsOnlyKeys(anna.id());
    assertThat(found.due()).containsExactly(due.id());
  }

  @Test
  void finds_nothing_for_no_ids() {
    References found =
        storage()
            .callReferences()
            .find(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Samples.NOW);

    assertThat(found.officers()).isEmpty();
    assertThat(found.actors()).isEmpty();
    assertThat(found.clients()).isEmpty();
  }

  @Test
  void finds_open_follow_ups_that_are_due() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Client apex = keep(samples.client("Apex", samples.root()));
    FollowUp due = keep(samples.followUp(anna, acme, Samples.NOW));
    keep(samples.followUp(anna, acme, Samples.NOW.plusMillis(1)));
    keep(samples.followUp(anna, apex, Samples.NOW));
    keep(samples.followUp(bob, acme, Samples.NOW));
    keep(
        samples.followUp(
            anna,
            acme,
            new FollowUpDetails(anna.id(), Samples.NOW, null, FollowUpState.CANCELLED)));
    FollowUp deleted = keep(samples.followUp(anna, acme, Samples.NOW));
    doInTransaction(() -> storage().followUps().remove(deleted, Samples.NOW));

    assertThat(dueOf(anna, acme)).containsExactly(due.id());
    assertThat(
            storage()
                .callReferences()
                .find(
                    Set.of(anna.id()), Set.of(), Set.of(acme.id()), Set.of(), Set.of(), Samples.NOW)
                .due())
        .isEmpty();
  }

  private Set<FollowUpId> dueOf(Officer officer, Client client) {
    return storage()
        .callReferences()
        .find(Set.of(officer.id()), Set.of(), Set.of(), Set.of(), Set.of(client.id()), Samples.NOW)
        .due();
  }
}
