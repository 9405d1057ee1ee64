package io.calllog.application.audit.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.ActorKind;
import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.AuditOutcome;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.audit.view.AuditView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link AuditTrail} and {@link AuditViews}. */
public abstract class AuditTrailContract extends StorageContract {

  private static final Origin FROM = new Origin("192.0.2.7", "a browser");
  private static final List<FieldChange> CHANGES =
      List.of(
          new FieldChange("name", "Anna \"A\"", "Zoë\n{}", true),
          FieldChange.of("status", "LEAD", null),
          new FieldChange("phone", null, "+442079460958", true),
          FieldChange.of("ownerId", null, "nobody, 'quoted'"));

  private final OfficerId officer = new OfficerId(samples.id(Samples.NOW));
  private final ActorId actor = ActorId.of(officer);

  @Test
  void stores_all_fields_of_an_entry() {
    Client client = samples.client("Acme", samples.root());
    record(entry(Samples.NOW, actor, AuditAction.CLIENT_CHANGED, Subject.of(client), CHANGES));

    AuditView view = only(of(client.id().value()));
    assertThat(view)
        .isEqualTo(
            new AuditView(
                view.id(),
                Samples.NOW,
                actor,
                ActorKind.OFFICER,
                null,
                "192.0.2.7",
                "CLIENT_CHANGED",
                "CLIENT",
                client.id().value(),
                AuditOutcome.DONE,
                CHANGES));
  }

  @Test
  void stores_an_entry_with_only_required_fields() {
    var emailHash = List.of(FieldChange.of("emailHash", null, samples.token()));
    record(
        new AuditEntry(
            Samples.NOW,
            null,
            Origin.INTERNAL,
            AuditAction.SIGNED_IN,
            null,
            AuditOutcome.FAILED,
            emailHash));

    AuditView view =
        views()
            .list(AuditFilter.ALL, Visibility.EVERYTHING, new Paging<>(200, null, false))
            .items()
            .stream()
            .filter(v -> v.changes().equals(emailHash))
            .findFirst()
            .orElseThrow();
    assertThat(view.actorId()).isNull();
    assertThat(view.address()).isNull();
    assertThat(view.subjectType()).isNull();
    assertThat(view.subjectId()).isNull();
  }

  @Test
  void stores_entries_that_differ_in_their_subjects() {
    make(List.of(samples.root(), samples.below("UK")));
    Client one = samples.client("One", samples.root());
    Client two = samples.client("Two", samples.below("UK"));
    var changes = List.of(FieldChange.of("ownerId", null, "somebody"));
    doInTransaction(() ->
        storage()
            .trail()
            .recordAll(
                Stream.of(one, two)
                    .map(client ->
                        entry(
                            Samples.NOW,
                            actor,
                            AuditAction.CLIENT_CHANGED,
                            Subject.of(client),
                            changes))
                    .toList()));
    doInTransaction(() -> storage().trail().recordAll(List.of()));

    for (Client client : List.of(one, two)) {
      AuditView view = only(of(client.id().value()));
      assertThat(view.address()).isEqualTo("192.0.2.7");
      assertThat(view.changes()).isEqualTo(changes);
    }
    assertThat(all(5, subject(two.id().value()), Visibility.of(territory(samples.below("UK")))))
        .hasSize(1);
    assertThat(all(5, subject(one.id().value()), Visibility.of(territory(samples.below("UK")))))
        .isEmpty();
  }

  @Test
  void stores_every_action_and_outcome() {
    UUID id = samples.id(Samples.NOW);
    for (AuditAction action : AuditAction.values()) {
      for (AuditOutcome outcome : AuditOutcome.values()) {
        var subject = new Subject(action.subjectType(), id, null, Set.of());
        record(new AuditEntry(Samples.NOW, actor, FROM, action, subject, outcome, List.of()));
      }
    }

    assertThat(of(id))
        .hasSize(AuditAction.values().length * AuditOutcome.values().length)
        .allSatisfy(v ->
            assertThat(v.subjectType())
                .isEqualTo(AuditAction.valueOf(v.action()).subjectType().name()));
  }

  @Test
  void pages_through_entries_newest_first() {
    UUID id = samples.id(Samples.NOW);
    for (int i = 0; i < 7; i++) {
      Instant at = Samples.NOW.plusSeconds(i / 2);
      record(entry(at, actor, AuditAction.CLIENT_CHANGED, client(id, samples.root())));
    }
    for (Visibility visibility :
        List.of(
            Visibility.EVERYTHING,
            Visibility.of(Territory.of(samples.root())),
            Visibility.ownedBy(officer))) {
      var walked = all(3, subject(id), visibility);
      assertThat(walked).hasSize(7).doesNotHaveDuplicates();
      assertThat(walked).extracting(AuditView::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }
  }

  @Test
  void a_territory_shows_entries_about_objects_that_were_in_it() {
    UUID id = samples.id(Samples.NOW);
    make(trickyRegions());
    for (RegionPath region : trickyRegions()) {
      record(entry(Samples.NOW, actor, AuditAction.CLIENT_CHANGED, client(id, region)));
    }
    record(
        entry(
            Samples.NOW,
            actor,
            AuditAction.CLIENT_CHANGED,
            new Subject(SubjectType.CLIENT, id, null, Set.of())));

    assertThat(all(5, subject(id), Visibility.EVERYTHING)).hasSize(trickyRegions().size() + 1);
    List<Territory> territories = new ArrayList<>();
    trickyRegions().forEach(region -> territories.add(Territory.of(region)));
    territories.add(new Territory(trickyRegions().subList(1, 5)));
    territories.add(new Territory(trickyRegions().subList(3, 8)));
    for (Territory territory : territories) {
      long within = trickyRegions().stream().filter(territory::contains).count();
      assertThat(all(5, subject(id), Visibility.of(territory)))
          .as("%s", territory)
          .hasSize((int) within);
    }
  }

  @Test
  void own_visibility_shows_entries_by_and_about_the_officer() {
    UUID self = actor.value();
    var own = Visibility.ownedBy(officer);
    var other = new ActorId(samples.id(Samples.NOW));
    UUID client = samples.id(Samples.NOW);
    record(entry(Samples.NOW, actor, AuditAction.CLIENT_CREATED, client(client, samples.root())));
    record(entry(Samples.NOW, other, AuditAction.CLIENT_CHANGED, client(client, samples.root())));
    record(
        entry(
            Samples.NOW,
            other,
            AuditAction.OFFICER_CHANGED,
            new Subject(SubjectType.OFFICER, self, samples.root(), Set.of(self))));

    assertThat(all(10, AuditFilter.ALL, own))
        .extracting(AuditView::action)
        .containsExactlyInAnyOrder("CLIENT_CREATED", "OFFICER_CHANGED");
  }

  @Test
  void filters_entries() {
    UUID id = samples.id(Samples.NOW);
    Instant later = Samples.NOW.plus(Duration.ofMillis(1));
    var subject = client(id, samples.root());
    record(entry(Samples.NOW, actor, AuditAction.CLIENT_CREATED, subject));
    record(entry(later, null, AuditAction.CLIENT_CHANGED, subject));
    var clients = SubjectType.CLIENT;
    var created = AuditAction.CLIENT_CREATED;

    assertThat(sizeOf(filter(actor, clients, id, created, AuditOutcome.DONE, null, null))).isOne();
    assertThat(sizeOf(filter(null, null, id, AuditAction.CALL_CHANGED, null, null, null))).isZero();
    assertThat(sizeOf(filter(null, null, id, null, AuditOutcome.REFUSED, null, null))).isZero();
    assertThat(sizeOf(filter(null, SubjectType.CALL, id, null, null, null, null))).isZero();
    assertThat(sizeOf(filter(null, null, id, null, null, later, null))).isOne();
    assertThat(sizeOf(filter(null, null, id, null, null, null, later))).isOne();
    assertThat(sizeOf(filter(null, null, id, null, null, Samples.NOW, later))).isOne();
    assertThat(sizeOf(filter(actor, null, null, null, null, null, null))).isOne();
    var others = Set.of(new ActorId(samples.id(Samples.NOW)), actor);
    var types = Set.of(SubjectType.CALL, SubjectType.CLIENT);
    assertThat(sizeOf(new AuditFilter(others, types, id, Set.of(), null, null, null))).isOne();
  }

  @Test
  void blanks_values_of_a_person_and_records_it() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    UUID id = officer.id().value();
    UUID other = samples.id(Samples.NOW);
    record(entry(Samples.NOW, actor, AuditAction.OFFICER_CHANGED, Subject.of(officer), CHANGES));
    record(
        entry(
            Samples.NOW.plusSeconds(1),
            ActorId.of(officer.id()),
            AuditAction.CLIENT_CHANGED,
            client(other, samples.root()),
            CHANGES));
    Instant now = Samples.NOW.plusSeconds(2);
    boolean more =
        inTransaction(
            () -> storage().eraser().blankAuditValues(SubjectType.OFFICER, id, actor, now));
    assertThat(more).isFalse();

    List<AuditView> about = of(id);
    assertThat(about)
        .extracting(AuditView::action)
        .containsExactly("PERSONAL_VALUES_BLANKED", "OFFICER_CHANGED");
    assertThat(about.getFirst().actorId()).isEqualTo(actor);
    assertThat(about.getFirst().changes()).containsExactly(FieldChange.of("values", 3, 0));
    assertThat(about.getLast().address()).isEqualTo("192.0.2.7");
    assertThat(about.getLast().changes())
        .containsExactly(
            new FieldChange("name", null, null, true),
            CHANGES.get(1),
            new FieldChange("phone", null, null, true),
            CHANGES.get(3));
    AuditView theirs = only(of(other));
    assertThat(theirs.address()).isNull();
    assertThat(theirs.changes()).isEqualTo(CHANGES);
    assertThat(all(5, subject(id), Visibility.of(Territory.of(samples.root())))).hasSize(2);
  }

  private AuditTrail trail() {
    return storage().trail();
  }

  private AuditViews views() {
    return storage().trailViews();
  }

  private void record(AuditEntry entry) {
    doInTransaction(() -> trail().record(entry));
  }

  protected final List<AuditView> of(UUID subject) {
    return all(50, subject(subject), Visibility.EVERYTHING);
  }

  private List<AuditView> all(int limit, AuditFilter filter, Visibility visibility) {
    return StorageContract.<AuditView, ByTime>walk(
        limit, paging -> views().list(filter, visibility, paging));
  }

  private int sizeOf(AuditFilter filter) {
    return all(5, filter, Visibility.EVERYTHING).size();
  }

  private static AuditView only(List<AuditView> views) {
    assertThat(views).hasSize(1);
    return views.getFirst();
  }

  /** Returns a client in a region that exists in the storage. */
  private Subject client(UUID id, RegionPath region) {
    keep(samples.client("Somebody", region));
    return new Subject(SubjectType.CLIENT, id, region, Set.of(id));
  }

  private static AuditFilter subject(UUID id) {
    return filter(null, null, id, null, null, null, null);
  }

  private static AuditFilter filter(
      @Nullable ActorId actor,
      @Nullable SubjectType type,
      @Nullable UUID subject,
      @Nullable AuditAction action,
      @Nullable AuditOutcome outcome,
      @Nullable Instant from,
      @Nullable Instant to) {
    return new AuditFilter(setOf(actor), setOf(type), subject, setOf(action), outcome, from, to);
  }

  private static <T> Set<T> setOf(@Nullable T value) {
    return value == null ? Set.of() : Set.of(value);
  }

  private static AuditEntry entry(
      Instant at, @Nullable ActorId actor, AuditAction action, Subject subject) {
    return entry(at, actor, action, subject, List.of());
  }

  private static AuditEntry entry(
      Instant at,
      @Nullable ActorId actor,
      AuditAction action,
      Subject subject,
      List<FieldChange> changes) {
    return new AuditEntry(at, actor, FROM, action, subject, AuditOutcome.DONE, changes);
  }
}
