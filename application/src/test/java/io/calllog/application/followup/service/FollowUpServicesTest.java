package io.calllog.application.followup.service;

import static io.calllog.application.testing.Refusals.STALE;
import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static io.calllog.application.testing.Refusals.assertStale;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.Subject;
import io.calllog.application.followup.port.in.CreateFollowUp;
import io.calllog.application.followup.port.in.FollowUpQueries;
import io.calllog.application.followup.port.in.RemoveFollowUp;
import io.calllog.application.followup.port.in.ReviseFollowUp;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpServicesTest {

  private static final Instant DUE = Samples.NOW.plusSeconds(3600);

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client farAway = office.keep(office.samples.client("Far away", office.germany));
  private final CreateFollowUp create =
      new CreateFollowUpService(
          office.followUps,
          office.followUps,
          office.officers,
          office.clients,
          office.audit,
          office.ids,
          office.clock);
  private final ReviseFollowUp revise =
      new ReviseFollowUpService(
          office.followUps, office.followUps, office.officers, office.audit, office.clock);
  private final RemoveFollowUp remove =
      new RemoveFollowUpService(office.followUps, office.followUps, office.audit, office.clock);
  private final FollowUpQueries queries =
      new FollowUpQueriesService(office.followUps, office.unitOfWork);

  @Test
  void creates_a_follow_up_of_the_actor_and_records_it() {
    FollowUpView view = create(office.anna, null, acme, null).followUp();

    FollowUp followUp = view.followUp();
    assertThat(view.officerName()).isEqualTo("Anna");
    assertThat(view.clientName()).isEqualTo("Acme");
    assertThat(followUp.clientId()).isEqualTo(acme.id());
    assertThat(followUp.details())
        .isEqualTo(FollowUpDetails.open(office.anna.id(), DUE, new Comment("Ask")));
    assertThat(queries.find(office.actor(office.bob), followUp.id())).isEqualTo(view);
    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.FOLLOW_UP_CREATED);
    assertThat(entry.subject()).isEqualTo(Subject.of(followUp, followUp));
    assertThat(entry.changes())
        .extracting(FieldChange::field)
        .containsExactly("clientId", "officerId", "dueAt", "note", "state");
  }

  @Test
  void recognises_a_repeated_request() {
    var id = new FollowUpId(UUID.randomUUID());
    FollowUpView first = create(office.anna, id, acme, null).followUp();
    FollowUpView cancelled = cancel(office.anna, id);

    CreateFollowUp.Result repeated = create(office.anna, id, acme, office.anna.id());

    assertThat(first.id()).isEqualTo(id);
    assertThat(repeated).isEqualTo(new CreateFollowUp.Result(cancelled, true));
    assertConflict("follow-up-id-taken", () -> create(office.manager, id, acme, null));
    assertConflict("follow-up-id-taken", () -> create(office.dora, id, farAway, null));
    remove(office.anna, id);
    assertConflict("follow-up-deleted", () -> create(office.anna, id, acme, null));
  }

  @Test
  void refuses_what_the_actor_does_not_see_or_may_not_promise() {
    assertInvalid(
        "unknown-reference",
        () -> create(office.anna, null, farAway, office.bob.id()),
        "officerId",
        "clientId");
    assertInvalid(
        "malformed", () -> create(office.anna, new FollowUpId(new UUID(1, 1)), acme, null), "id");
    assertThat(create(office.manager, null, acme, office.anna.id()).followUp().officerName())
        .isEqualTo("Anna");
    assertThat(office.audit.entries()).hasSize(1);
  }

  @Test
  void moves_gives_and_cancels_and_records_each() {
    FollowUp made = office.keep(office.samples.followUp(office.anna, acme, DUE));

    FollowUpView given =
        revise(
            office.manager,
            made.id(),
            new FollowUpDetails(office.bob.id(), DUE.plusSeconds(1), null, FollowUpState.OPEN));
    FollowUpView cancelled = cancel(office.bob, made.id());

    assertThat(given.officerName()).isEqualTo("Bob");
    assertThat(cancelled.followUp().details().state()).isEqualTo(FollowUpState.CANCELLED);
    assertThat(cancelled.followUp().version()).isEqualTo(2);
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsOnly(AuditAction.FOLLOW_UP_CHANGED)
        .hasSize(2);
    assertThat(office.audit.entries().getFirst().changes())
        .extracting(FieldChange::field)
        .containsExactly("officerId", "dueAt", "note");
    assertThat(cancel(office.bob, made.id()).followUp().version()).isEqualTo(2);
  }

  @Test
  void refuses_changes_in_the_order_of_refusals() {
    FollowUp made = office.keep(office.samples.followUp(office.anna, acme, DUE));
    var stolen = FollowUpDetails.open(office.bob.id(), DUE, null);
    var away = FollowUpDetails.open(office.dora.id(), DUE, null);

    assertNotFound(() -> cancel(office.dora, made.id()));
    assertNotFound(() -> cancel(office.admin, new FollowUpId(UUID.randomUUID())));
    assertNotPermitted(() -> cancel(office.bob, made.id()));
    assertNotPermitted(() -> revise(office.anna, made.id(), stolen));
    assertStale(() -> revise.revise(command(office.anna, made.id(), STALE, made.details())));
    assertInvalid("unknown-reference", () -> revise(office.manager, made.id(), away), "officerId");
    cancel(office.anna, made.id());
    assertConflict("follow-up-closed", () -> revise(office.manager, made.id(), stolen));
  }

  @Test
  void removes_a_follow_up_of_those_who_may_change_it() {
    FollowUp made = office.keep(office.samples.followUp(office.anna, acme, DUE));

    assertNotPermitted(() -> remove(office.bob, made.id()));
    assertNotFound(() -> remove(office.otherManager, made.id()));
    assertStale(() ->
        remove.remove(new RemoveFollowUp.Command(office.caller(office.anna), made.id(), STALE)));
    remove(office.anna, made.id());

    assertNotFound(() -> queries.find(office.actor(office.anna), made.id()));
    assertThat(office.audit.only().action()).isEqualTo(AuditAction.FOLLOW_UP_DELETED);
  }

  @Test
  void lists_what_is_seen_by_the_officer_or_by_the_client() {
    FollowUp annas = office.keep(office.samples.followUp(office.anna, acme, DUE));
    FollowUp doras = office.keep(office.samples.followUp(office.dora, acme, DUE.plusSeconds(1)));
    FollowUp abroad =
        office.keep(office.samples.followUp(office.dora, farAway, DUE.plusSeconds(2)));

    assertThat(list(office.bob)).containsExactly(annas, doras);
    assertThat(list(office.manager)).containsExactly(annas, doras);
    assertThat(list(office.dora)).containsExactly(doras, abroad);
    assertThat(list(office.otherManager)).containsExactly(doras, abroad);
    assertThat(list(office.admin)).containsExactly(annas, doras, abroad);
    assertThat(list(office.newcomer)).isEmpty();
  }

  private List<FollowUp> list(Officer actor) {
    return queries.list(office.actor(actor), FollowUpFilter.ALL, Paging.first()).items().stream()
        .map(FollowUpView::followUp)
        .toList();
  }

  private CreateFollowUp.Result create(
      Officer by, @Nullable FollowUpId id, Client client, @Nullable OfficerId officer) {
    return create.create(
        new CreateFollowUp.Command(
            office.caller(by), id, client.id(), officer, DUE, new Comment("Ask")));
  }

  private FollowUpView cancel(Officer by, FollowUpId id) {
    return revise.revise(
        new ReviseFollowUp.Command(
            office.caller(by),
            id,
            ExpectedVersion.ANY,
            d -> new FollowUpDetails(d.officerId(), d.dueAt(), d.note(), FollowUpState.CANCELLED)));
  }

  private FollowUpView revise(Officer by, FollowUpId id, FollowUpDetails details) {
    return revise.revise(command(by, id, ExpectedVersion.ANY, details));
  }

  private ReviseFollowUp.Command command(
      Officer by, FollowUpId id, ExpectedVersion expected, FollowUpDetails details) {
    return new ReviseFollowUp.Command(office.caller(by), id, expected, _ -> details);
  }

  private void remove(Officer by, FollowUpId id) {
    remove.remove(new RemoveFollowUp.Command(office.caller(by), id, ExpectedVersion.ANY));
  }
}
