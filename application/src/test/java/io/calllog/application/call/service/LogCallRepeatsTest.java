package io.calllog.application.call.service;

import static io.calllog.application.testing.Refusals.assertConflict;
import static io.calllog.application.testing.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.call.view.CallView;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Used ids; the rest is in {@link LogCallServiceTest}. */
class LogCallRepeatsTest {

  private static final Instant START = Samples.NOW.minusSeconds(90);

  private final Office office = new Office();
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final LogCall logCall =
      new LogCallService(
          office.calls,
          office.calls,
          office.calls,
          office.clients,
          office.followUps,
          office.audit,
          office.audit,
          office.ids,
          office.clock,
          office.unitOfWork);

  @Test
  void recognises_a_repeated_request_and_logs_nothing() {
    Command command = request(office.anna).as(id(START)).at(START).with(acme.id()).command();
    LogCall.Result first = logCall.log(command);
    office.clock.advance(Duration.ofDays(30));

    LogCall.Result second = logCall.log(command);

    assertThat(first.repeated()).isFalse();
    assertThat(second).isEqualTo(new LogCall.Result(first.call(), true, CallFollowUps.NONE));
  }

  @Test
  void recognises_a_repeat_even_if_the_clock_of_this_node_is_behind() {
    Instant ahead = Samples.NOW.plus(Call.CLOCK_TOLERANCE);
    Command command = request(office.anna).as(id(ahead)).at(ahead).command();
    LogCall.Result first = logCall.log(command);
    office.clock.advance(Duration.ofSeconds(-3));

    assertThat(logCall.log(command))
        .isEqualTo(new LogCall.Result(first.call(), true, CallFollowUps.NONE));
  }

  @Test
  void recognises_a_repeat_with_explicit_officer_or_truncated_time() {
    Instant fine = START.plusNanos(999_999);
    CallId id = id(START);
    logCall.log(request(office.anna).as(id).at(fine).command());

    assertThat(
            logCall
                .log(request(office.anna).as(id).at(START).of(office.anna.id()).command())
                .repeated())
        .isTrue();
  }

  @Test
  void answers_a_repeat_with_the_current_call() {
    CallId id = id(START);
    Command command = request(office.anna).as(id).at(START).with(acme.id()).command();
    logCall.log(command);
    revise(id, "Corrected");

    LogCall.Result repeat = logCall.log(command);

    assertThat(repeat.repeated()).isTrue();
    assertThat(repeat.call().call().facts().comment()).isEqualTo(new Comment("Corrected"));
    assertThat(repeat.call().call().version()).isEqualTo(1);
  }

  @Test
  void refuses_different_content_with_the_same_id() {
    CallId id = id(START);
    logCall.log(request(office.anna).as(id).at(START).with(acme.id()).command());

    for (Request other :
        new Request[] {
          request(office.anna).as(id).at(START),
          request(office.anna).as(id).at(START.plusMillis(1)).with(acme.id()),
          request(office.manager).as(id).at(START).with(acme.id()),
          request(office.manager).as(id).at(START).with(acme.id()).of(office.bob.id())
        }) {
      assertConflict("call-id-taken", () -> logCall.log(other.command()));
    }
  }

  @Test
  void refuses_the_changed_content_of_the_call_as_a_repeat() {
    CallId id = id(START);
    logCall.log(request(office.anna).as(id).at(START).command());
    revise(id, "Corrected");

    assertConflict(
        "call-id-taken",
        () -> logCall.log(request(office.anna).as(id).at(START).saying("Corrected").command()));
  }

  @Test
  void refuses_the_id_of_a_call_that_was_logged_without_one() {
    CallView call = logCall.log(request(office.anna).at(START).command()).call();

    assertConflict(
        "call-id-taken", () -> logCall.log(request(office.anna).as(call.id()).at(START).command()));
  }

  @Test
  void reports_the_deletion_of_a_call_only_to_a_repeat_of_its_request() {
    CallId id = id(START);
    Command command = request(office.anna).as(id).at(START).command();
    logCall.log(command);
    office.calls.remove(stored(id), Samples.NOW);

    assertConflict("call-deleted", () -> logCall.log(command));
    assertConflict(
        "call-id-taken",
        () -> logCall.log(request(office.anna).as(id).at(START).saying("Other").command()));
    assertConflict(
        "call-id-taken", () -> logCall.log(request(office.dora).as(id).at(START).command()));
  }

  @Test
  void reveals_nothing_about_calls_of_other_officers() {
    CallId id = id(START);
    logCall.log(request(office.dora).as(id).at(START).command());

    assertConflict(
        "call-id-taken", () -> logCall.log(request(office.anna).as(id).at(START).command()));
    assertInvalid(
        "unknown-reference",
        () ->
            logCall.log(
                request(office.anna).as(id).at(START).of(office.dora.id()).saying("x").command()),
        "officerId");
  }

  @Test
  void recognises_a_repeat_even_if_the_client_is_no_longer_visible() {
    Command command = request(office.anna).as(id(START)).at(START).with(acme.id()).command();
    CallView first = logCall.log(command).call();
    office.clients.remove(acme, Samples.NOW);

    assertThat(logCall.log(command)).isEqualTo(new LogCall.Result(first, true, CallFollowUps.NONE));
  }

  @Test
  void recognises_a_repeat_even_if_the_officer_was_deleted_or_moved() {
    Command command =
        request(office.manager).as(id(START)).at(START).of(office.anna.id()).command();
    CallView first = logCall.log(command).call();
    Officer moved = move(office.anna, office.germany);

    assertThat(logCall.log(command)).isEqualTo(new LogCall.Result(first, true, CallFollowUps.NONE));
    office.officers.remove(moved, Samples.NOW);
    assertThat(logCall.log(command)).isEqualTo(new LogCall.Result(first, true, CallFollowUps.NONE));
  }

  @Test
  void recognises_a_repeat_by_an_officer_who_moved() {
    Command before = request(office.anna).as(id(START)).at(START).command();
    CallView first = logCall.log(before).call();
    move(office.anna, office.germany);

    LogCall.Result repeat = logCall.log(request(office.anna).as(first.id()).at(START).command());

    assertThat(repeat).isEqualTo(new LogCall.Result(first, true, CallFollowUps.NONE));
  }

  @Test
  void recognises_a_repeat_by_a_manager_who_moved() {
    CallId id = id(START);
    CallView first = logCall.log(request(office.manager).as(id).at(START).command()).call();
    assertThat(move(office.manager, office.germany).version()).isEqualTo(1);

    assertThat(logCall.log(request(office.manager).as(id).at(START).command()))
        .isEqualTo(new LogCall.Result(first, true, CallFollowUps.NONE));
  }

  private Request request(Officer officer) {
    return Request.by(office.actor(officer));
  }

  private CallId id(Instant time) {
    return new CallId(office.samples.id(time));
  }

  private Call stored(CallId id) {
    return office.calls.find(id).orElseThrow();
  }

  private void revise(CallId id, String comment) {
    Call call = stored(id);
    CallFacts f = call.facts();
    var facts =
        new CallFacts(
            f.clientId(),
            f.type(),
            f.outcome(),
            f.durationSeconds(),
            f.startedAt(),
            new Comment(comment),
            f.externalId(),
            f.number());
    assertThat(
            office.calls.update(
                new Call(
                    id,
                    call.officerId(),
                    call.region(),
                    facts,
                    call.loggedBy(),
                    call.loggedAt(),
                    Samples.NOW,
                    call.version())))
        .isNotNull();
  }

  private Officer move(Officer officer, RegionPath region) {
    var d = officer.details();
    return office.officers.update(
        new Officer(
            officer.id(),
            new OfficerDetails(
                d.name(), d.email(), d.phone(), region, List.of(), d.role(), d.status()),
            officer.passwordHash(),
            officer.tokenVersion(),
            officer.createdAt(),
            Samples.NOW,
            officer.version()));
  }
}
