package io.calllog.application.migration.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.migration.port.out.MigratedCalls.Stored;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What {@link MigratedClients} and {@link MigratedCalls} promise. */
public abstract class MigrationContract extends StorageContract {

  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private static final Instant FROM = START.minus(Duration.ofDays(1));
  private static final Instant TO = START.plus(Duration.ofDays(1));

  protected abstract MigratedClients migratedClients();

  protected abstract MigratedCalls migratedCalls();

  @Test
  void adds_clients_once_and_finds_them_with_deleted_ones() {
    Client kept = client("Grace");
    Client deleted = client("Edsger");
    make(List.of(samples.root()));
    Set<ClientId> both = Set.of(kept.id(), deleted.id());

    assertThat(add(kept, deleted)).isEqualTo(both);
    assertThat(add(client(kept.id(), "Another"))).isEmpty();
    doInTransaction(() -> storage().clients().remove(stored(deleted).orElseThrow(), START));

    MigratedClients.Stored found = migratedClients().find(both);
    assertThat(found.living().values()).containsExactly(kept);
    assertThat(found.deleted()).containsExactly(deleted.id());
    assertThat(migratedClients().find(Set.of())).isEqualTo(found(Set.of()));
  }

  @Test
  void lists_the_ids_of_clients_in_pages() {
    Client one = client(new ClientId(samples.idBeginningWith(1)), "One");
    Client two = client(new ClientId(samples.idBeginningWith(14)), "Two");
    Client own = samples.client("Own", samples.root());
    make(List.of(samples.root()));
    add(two, one, own);

    List<ClientId> ids = migratedClients().idsAfter(null, 10_000);

    assertThat(ids).containsSubsequence(one.id(), two.id()).doesNotContain(own.id());
    assertThat(migratedClients().idsAfter(one.id(), 10_000))
        .contains(two.id())
        .doesNotContain(one.id());
    assertThat(migratedClients().idsAfter(null, 1)).hasSize(1);
  }

  @Test
  void finds_calls_by_external_id_and_time_with_deleted_ones() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call ofNode = call(officer, UUID.randomUUID(), 60);
    Call other = call(officer, UUID.randomUUID(), 60);
    Call deleted = call(officer, UUID.randomUUID(), 60);
    add(ofNode);
    add(deleted);
    keep(other);
    doInTransaction(() -> storage().calls().remove(stored(deleted).orElseThrow(), START));
    Set<ExternalId> ids = Set.of(id(ofNode), id(other), id(deleted));

    assertThat(migratedCalls().find(ids, FROM, TO))
        .extracting(found -> found.call().id(), Stored::ofNode, Stored::deleted)
        .containsExactlyInAnyOrder(
            tuple(ofNode.id(), true, false),
            tuple(other.id(), false, false),
            tuple(deleted.id(), true, true));
    assertThat(migratedCalls().find(ids, START.plusMillis(1), TO)).isEmpty();
    assertThat(migratedCalls().find(ids, FROM, START)).isEmpty();
  }

  @Test
  void lists_the_calls_of_the_node_backend_in_pages() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call one = call(officer, samples.idBeginningWith(1), 60);
    Call two = call(officer, samples.idBeginningWith(14), 60);
    Call other = call(officer, samples.idBeginningWith(15), 60);
    add(two);
    add(one);
    keep(other);

    assertThat(migratedCalls().after(null, 10_000))
        .containsSubsequence(one, two)
        .doesNotContain(other);
    assertThat(migratedCalls().after(id(one), 10_000)).contains(two).doesNotContain(one);
    assertThat(migratedCalls().after(null, 1)).hasSize(1);
  }

  @Test
  void replaces_calls_unless_they_were_changed() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bob = keep(samples.officer("Bob", samples.below("DE")));
    Call corrected = call(anna, UUID.randomUUID(), 60);
    Call changed = call(anna, UUID.randomUUID(), 60);
    add(corrected);
    add(changed);
    Call later = changedHere(changed);
    doInTransaction(() -> storage().calls().update(later));

    Set<CallId> replaced =
        inTransaction(() ->
            migratedCalls()
                .replace(
                    List.of(
                        corrected.reimported(
                            bob.id(), samples.below("DE"), facts(id(corrected), 90, null), TO),
                        changed.reimported(
                            anna.id(), samples.below("UK"), facts(id(changed), 90, null), TO))));

    assertThat(replaced).containsExactly(corrected.id());
    Call now = stored(corrected).orElseThrow();
    assertThat(now.officerId()).isEqualTo(bob.id());
    assertThat(now.region()).isEqualTo(samples.below("DE"));
    assertThat(now.facts()).isEqualTo(facts(id(corrected), 90, null));
    assertThat(now.updatedAt()).isEqualTo(TO);
    assertThat(now.version()).isEqualTo(corrected.version() + 1);
    assertThat(stored(changed).orElseThrow().facts()).isEqualTo(later.facts());
  }

  @Test
  void finds_officers_and_clients_also_deleted_ones() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Officer former = keep(samples.officer("Former", samples.root()));
    Client client = keep(samples.client("Grace", samples.root()));
    doInTransaction(() ->
        storage()
            .officers()
            .remove(storage().officers().findForUpdate(former.id()).orElseThrow(), START));

    MigratedCalls.References found =
        migratedCalls()
            .references(
                Set.of(officer.id(), former.id(), new OfficerId(UUID.randomUUID())),
                Set.of(client.id(), new ClientId(UUID.randomUUID())));

    assertThat(found.officers())
        .containsOnlyKeys(officer.id(), former.id())
        .containsEntry(officer.id(), samples.root());
    assertThat(found.clients()).containsExactly(client.id());
  }

  private static MigratedClients.Stored found(Set<ClientId> none) {
    return new MigratedClients.Stored(Map.of(), none);
  }

  private Set<ClientId> add(Client... clients) {
    return inTransaction(() -> migratedClients().addAbsent(List.of(clients)));
  }

  private void add(Call call) {
    var added = new NewCall(call, MigratedCalls.fingerprint(id(call)));
    assertThat(inTransaction(() -> storage().calls().addAbsent(List.of(added)))).hasSize(1);
  }

  private Client client(String name) {
    return client(new ClientId(UUID.randomUUID()), name);
  }

  private Client client(ClientId id, String name) {
    return Client.imported(id, details(name, samples.root()), START, TO);
  }

  private static ClientDetails details(String name, RegionPath region) {
    return new ClientDetails(
        new Name(name), null, List.of(), null, null, region, ClientStatus.ACTIVE, null, null, null);
  }

  private static Call call(Officer officer, UUID nodeId, int seconds) {
    var id = new ExternalId(nodeId.toString());
    return Call.imported(
        CallId.of(id, START),
        officer.id(),
        officer.details().region(),
        facts(id, seconds, null),
        START,
        START,
        TO);
  }

  private static CallFacts facts(ExternalId id, int seconds, @Nullable ClientId client) {
    return new CallFacts(
        client,
        CallType.OUTGOING,
        CallOutcome.SUCCESSFUL,
        new CallDuration(seconds),
        START,
        null,
        id,
        null);
  }

  private static Call changedHere(Call call) {
    return call.reimported(
        call.officerId(), call.region(), facts(id(call), 61, null), START.plusSeconds(1));
  }

  private static ExternalId id(Call call) {
    return Objects.requireNonNull(call.facts().externalId());
  }
}
