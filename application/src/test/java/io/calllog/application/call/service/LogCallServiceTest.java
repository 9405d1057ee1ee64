package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.view.CallView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogCallServiceTest {

  private static final Instant START = Samples.NOW.minusSeconds(90);

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client farAway = office.keep(office.samples.client("Far away", office.germany));
  private final LogCall logCall =
      new LogCallService(
          office.calls,
          office.callViews,
          office.callReferences,
          office.clients,
          office.followUps,
          office.audit,
          office.audit,
          office.ids,
          office.clock,
          office.unitOfWork);

  @Test
  void logs_a_call_of_the_actor() {
    LogCall.Result result = logCall.log(request(office.anna).with(acme.id()).command());

    CallView view = result.call();
    Call call = view.call();
    assertThat(result.repeated()).isFalse();
    assertThat(call.officerId()).isEqualTo(office.anna.id());
    assertThat(view.officerName()).isEqualTo("Anna");
    assertThat(view.clientName()).isEqualTo("Acme");
    assertThat(call.region()).isEqualTo(office.london);
    assertThat(call.facts().startedAt()).isEqualTo(Samples.NOW);
    assertThat(call.loggedAt()).isEqualTo(Samples.NOW);
    assertThat(call.id().isTimeBased()).isTrue();
    assertThat(call.id().time()).isEqualTo(Samples.NOW);
    assertThat(view).isEqualTo(new CallView(stored(call.id()), "Anna", "Acme", "Anna"));
  }

  @Test
  void a_merged_client_stands_for_the_one_that_it_was_merged_into() {
    Client again = office.keep(office.samples.client("Acme Ltd", office.london));
    Client gone = office.keep(office.samples.client("Gone", office.london));
    office.clients.remove(again, acme.id(), Samples.NOW);
    office.clients.remove(gone, farAway.id(), Samples.NOW);

    CallView view = logCall.log(request(office.anna).with(again.id()).command()).call();
    assertThat(view.call().facts().clientId()).isEqualTo(acme.id());
    assertThat(view.clientName()).isEqualTo("Acme");

    var later = request(office.anna).at(Samples.NOW.plusSeconds(60)).with(gone.id());
    CallView hidden = logCall.log(later.command()).call();
    assertThat(hidden.call().facts().clientId()).isEqualTo(farAway.id());
    assertThat(hidden.clientName()).isNull();
  }

  @Test
  void a_call_without_a_client_belongs_to_the_one_visible_client_with_the_number() {
    PhoneNumber number = office.samples.number(1);
    Client apex = office.keep(office.samples.client("Apex", office.london, number));
    office.keep(office.samples.client("Unseen", office.germany, number));

    CallView call = logCall.log(request(office.anna).from(number).command()).call();
    assertThat(call.call().facts().clientId()).isEqualTo(apex.id());
    assertThat(call.clientName()).isEqualTo("Apex");
    assertThat(stored(call.id()).facts().number()).isEqualTo(number);

    assertThat(clientOf(request(office.anna).from(number).with(acme.id()))).isEqualTo(acme.id());
    assertThat(clientOf(request(office.admin).from(number))).isNull(); // sees two
    assertThat(clientOf(request(office.anna).from(office.samples.number(2)))).isNull();
  }

  @Test
  void the_same_request_is_recognised_when_the_number_has_got_a_client() {
    PhoneNumber number = office.samples.number(1);
    var command =
        request(office.anna).as(new CallId(office.samples.id(Samples.NOW))).from(number).command();
    assertThat(logCall.log(command).call().call().facts().clientId()).isNull();
    office.keep(office.samples.client("Apex", office.london, number));

    LogCall.Result repeated = logCall.log(command);

    assertThat(repeated.repeated()).isTrue();
    assertThat(repeated.call().call().facts().clientId()).isNull();
  }

  private @Nullable ClientId clientOf(Request request) {
    return logCall.log(request.command()).call().call().facts().clientId();
  }

  @Test
  void generates_the_id_from_the_start() {
    Instant start = Instant.parse("2000-01-01T00:00:00.001999Z");

    Call call = logCall.log(request(office.anna).at(start).command()).call().call();

    assertThat(call.facts().startedAt()).isEqualTo(Instant.parse("2000-01-01T00:00:00.001Z"));
    assertThat(call.id().time()).isEqualTo(call.facts().startedAt());
  }

  @Test
  void refuses_a_call_that_is_too_old_to_be_kept() {
    office.callViews.keepSince(Samples.NOW);
    var early = request(office.anna).at(Samples.NOW.minusMillis(1)).command();

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> logCall.log(early))
        .satisfies(refusal ->
            assertThat(refusal.violations())
                .extracting(Violation::field, Violation::code)
                .containsExactly(tuple("startedAt", "not-kept")));
    assertThat(logCall.log(request(office.anna).at(Samples.NOW).command()).repeated()).isFalse();
  }

  @Test
  void logs_two_calls_for_the_same_request_without_an_id() {
    CallView first = logCall.log(request(office.anna).at(START).command()).call();
    CallView second = logCall.log(request(office.anna).at(START).command()).call();

    assertThat(first.id()).isNotEqualTo(second.id());
  }

  @Test
  void logs_a_call_of_an_officer_that_the_actor_leads() {
    Call call = logCall.log(request(office.manager).of(office.anna.id()).command()).call().call();

    assertThat(call.officerId()).isEqualTo(office.anna.id());
    assertThat(call.region()).isEqualTo(office.london);
    assertThat(stored(call.id()).loggedBy()).isEqualTo(ActorId.of(office.manager.id()));
    assertThat(
            office
                .callViews
                .find(call.id(), Visibility.EVERYTHING, Visibility.EVERYTHING)
                .orElseThrow())
        .extracting(CallView::officerName, CallView::loggedByName)
        .containsExactly("Anna", "Mary Manager");
  }

  @Test
  void logs_own_calls_of_managers_administrators_and_newcomers() {
    for (Officer officer : new Officer[] {office.manager, office.admin, office.newcomer}) {
      Call call = logCall.log(request(officer).of(officer.id()).command()).call().call();

      assertThat(call.officerId()).isEqualTo(officer.id());
      assertThat(call.region()).isEqualTo(officer.details().region());
    }
  }

  @Test
  void rejects_an_officer_that_the_actor_cannot_see() {
    for (OfficerId hidden : new OfficerId[] {office.bob.id(), unknownOfficer()}) {
      assertInvalid(
          "unknown-reference",
          () -> logCall.log(request(office.anna).of(hidden).command()),
          "officerId");
    }
    assertInvalid(
        "unknown-reference",
        () -> logCall.log(request(office.manager).of(office.dora.id()).command()),
        "officerId");
  }

  @Test
  void rejects_a_client_that_the_actor_cannot_see() {
    for (ClientId hidden : new ClientId[] {farAway.id(), new ClientId(UUID.randomUUID())}) {
      assertInvalid(
          "unknown-reference",
          () -> logCall.log(request(office.anna).with(hidden).command()),
          "clientId");
    }
    office.clients.remove(acme, Samples.NOW);
    assertInvalid(
        "unknown-reference",
        () -> logCall.log(request(office.anna).with(acme.id()).command()),
        "clientId");
  }

  @Test
  void logs_an_own_call_that_started_before_the_client_was_deleted() {
    office.clients.remove(acme, Samples.NOW);

    var offline = request(office.anna).at(START).with(acme.id());
    assertThat(logCall.log(offline.command()).call().call().facts().clientId())
        .isEqualTo(acme.id());
    var ofAnother = request(office.manager).of(office.anna.id()).at(START).with(acme.id());
    assertInvalid("unknown-reference", () -> logCall.log(ofAnother.command()), "clientId");
  }

  @Test
  void logs_an_own_call_that_started_before_the_officer_moved() {
    Officer moved = move(office.anna, office.germany);
    office.clock.advance(Duration.ofMinutes(10));

    var offline = request(moved).at(START).with(acme.id());
    CallView logged = logCall.log(offline.command()).call();
    assertThat(logged.call().facts().clientId()).isEqualTo(acme.id());
    assertThat(logged.clientName()).isNull();
    for (Request other :
        List.of(
            request(moved).at(Samples.NOW).with(acme.id()),
            request(office.dora).at(START).with(acme.id()))) {
      assertInvalid("unknown-reference", () -> logCall.log(other.command()), "clientId");
    }
  }

  @Test
  void reports_an_unknown_officer_and_client_together() {
    assertInvalid(
        "unknown-reference",
        () -> logCall.log(request(office.anna).of(office.bob.id()).with(farAway.id()).command()),
        "officerId",
        "clientId");
  }

  @Test
  void logs_a_call_with_an_owned_client_in_another_region() {
    Client own = office.keep(office.samples.client("Own", office.germany, office.anna.id()));

    assertThat(logCall.log(request(office.anna).with(own.id()).command()).call().clientName())
        .isEqualTo("Own");
  }

  @Test
  void refuses_a_start_out_of_range() {
    assertInvalid(
        "out-of-range",
        () -> logCall.log(request(office.anna).at(Samples.NOW.plusSeconds(301)).command()),
        "startedAt");
    assertInvalid(
        "out-of-range",
        () ->
            logCall.log(
                request(office.anna).as(id(START)).at(START.minus(Duration.ofDays(2))).command()),
        "startedAt");
    assertInvalid(
        "malformed",
        () -> logCall.log(request(office.anna).as(new CallId(new UUID(1, 1))).at(START).command()),
        "id");
  }

  @Test
  void reports_all_violations_together() {
    Request wrong =
        request(office.anna)
            .as(new CallId(new UUID(1, 1)))
            .at(Samples.NOW.plusSeconds(301))
            .of(office.bob.id())
            .with(farAway.id());

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> logCall.log(wrong.command()))
        .satisfies(refusal ->
            assertThat(refusal.violations())
                .extracting(Violation::field)
                .containsExactly("id", "startedAt", "officerId", "clientId"));
  }

  private Officer move(Officer officer, RegionPath region) {
    OfficerDetails was = officer.details();
    var details =
        new OfficerDetails(
            was.name(), was.email(), was.phone(), region, was.leads(), was.role(), was.status());
    Officer moved =
        office.officers.update(officer.revise(_ -> details, office.admin.asActor(), Samples.NOW));
    office.audit.record(
        AuditEntry.done(
            Samples.NOW,
            office.caller(office.admin),
            AuditAction.OFFICER_CHANGED,
            Subject.of(officer),
            FieldChanges.between(was, details)));
    return moved;
  }

  private Request request(Officer officer) {
    return Request.by(office.actor(officer));
  }

  private CallId id(Instant time) {
    return new CallId(office.samples.id(time));
  }

  private static OfficerId unknownOfficer() {
    return new OfficerId(UUID.randomUUID());
  }

  private Call stored(CallId id) {
    return office.calls.find(id).orElseThrow();
  }
}
