package io.calllog.domain.followup;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static io.calllog.domain.shared.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowUpTest {

  private static final OfficerId ANNA = new OfficerId(new UUID(1, 1));
  private static final OfficerId BOB = new OfficerId(new UUID(2, 2));
  private static final ClientId ACME = new ClientId(new UUID(3, 3));
  private static final FollowUpId ID = new FollowUpId(new UUID(4, 4));
  private static final CallId CALL = new CallId(new UUID(5, 5));
  private static final RegionPath UK = new RegionPath("UK");
  private static final RegionPath GERMANY = new RegionPath("DE");
  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");
  private static final Instant DUE = NOW.plusSeconds(3600);

  private static final Actor OFFICER = new Actor(ANNA, Role.OFFICER, UK, List.of());
  private static final Actor COLLEAGUE = new Actor(BOB, Role.OFFICER, UK, List.of());
  private static final Actor MANAGER = new Actor(BOB, Role.MANAGER, UK, List.of());
  private static final Actor OTHER_MANAGER = new Actor(BOB, Role.MANAGER, GERMANY, List.of());
  private static final Actor ADMIN = new Actor(BOB, Role.ADMIN, RegionPath.ROOT, List.of());

  @Test
  void is_promised_by_the_officer_or_those_who_lead_them() {
    for (Actor actor : List.of(OFFICER, MANAGER, ADMIN)) {
      assertThat(promise(actor))
          .isEqualTo(
              new FollowUp(
                  ID,
                  ACME,
                  UK,
                  FollowUpDetails.open(ANNA, DUE, null),
                  CALL,
                  null,
                  null,
                  NOW,
                  NOW,
                  0));
    }
    assertNotPermitted(() -> promise(COLLEAGUE));
    assertNotPermitted(() -> promise(OTHER_MANAGER));
  }

  @Test
  void is_due_in_this_century_to_the_millisecond() {
    assertThat(FollowUpDetails.open(ANNA, DUE.plusNanos(999), null))
        .isEqualTo(FollowUpDetails.open(ANNA, DUE, null));
    for (String wrong : List.of("1999-12-31T23:59:59.999Z", "2100-01-01T00:00:00Z")) {
      assertInvalid(
          "dueAt", "out-of-range", () -> FollowUpDetails.open(ANNA, Instant.parse(wrong), null));
    }
  }

  @Test
  void can_be_moved_and_cancelled_by_its_officer() {
    var moved =
        new FollowUpDetails(ANNA, DUE.plusSeconds(60), new Comment("Later"), FollowUpState.OPEN);

    FollowUp later = open().revise(moved, UK, OFFICER, DUE);
    FollowUp cancelled = later.revise(in(FollowUpState.CANCELLED), UK, OFFICER, DUE);

    assertThat(later.details()).isEqualTo(moved);
    assertThat(later.updatedAt()).isEqualTo(DUE);
    assertThat(cancelled.isOpen()).isFalse();
    assertThat(open().revise(open().details(), UK, OFFICER, DUE)).isEqualTo(open());
    assertNotPermitted(() -> open().revise(moved, UK, COLLEAGUE, DUE));
    assertNotPermitted(() -> open().revise(moved, UK, OTHER_MANAGER, DUE));
  }

  @Test
  void is_given_to_another_officer_by_those_who_lead_both() {
    var given = FollowUpDetails.open(BOB, DUE, null);

    FollowUp there = open().revise(given, GERMANY, ADMIN, DUE);
    assertThat(there.region()).isEqualTo(GERMANY);
    assertThat(there.details()).isEqualTo(given);
    assertThatCode(() -> open().revise(given, UK, MANAGER, DUE)).doesNotThrowAnyException();
    assertNotPermitted(() -> open().revise(given, GERMANY, MANAGER, DUE));
    assertNotPermitted(() -> open().revise(given, UK, OFFICER, DUE));
  }

  @Test
  void is_completed_only_by_a_call() {
    assertInvalid(
        "state", "not-allowed", () -> open().revise(in(FollowUpState.DONE), UK, OFFICER, DUE));
    Call call = call(ANNA, ACME, CallOutcome.NO_ANSWER, NOW);

    FollowUp done = open().completeBy(call, DUE);

    assertThat(done.details()).isEqualTo(in(FollowUpState.DONE));
    assertThat(done.doneByCallId()).isEqualTo(call.id());
    assertThat(done.doneAt()).isEqualTo(NOW);
  }

  @Test
  void does_not_change_when_it_is_closed() {
    FollowUp done = open().completeBy(call(ANNA, ACME, CallOutcome.SUCCESSFUL, DUE), DUE);
    FollowUp cancelled = open().revise(in(FollowUpState.CANCELLED), UK, OFFICER, DUE);

    for (FollowUp closed : List.of(done, cancelled)) {
      assertThat(closed.revise(closed.details(), UK, OFFICER, DUE)).isEqualTo(closed);
      assertClosed(() -> closed.revise(in(FollowUpState.OPEN), UK, OFFICER, DUE));
      assertClosed(() -> closed.completeBy(call(ANNA, ACME, CallOutcome.SUCCESSFUL, DUE), DUE));
    }
    assertClosed(() -> cancelled.revise(in(FollowUpState.DONE), UK, OFFICER, DUE));
  }

  @Test
  void is_kept_by_a_connected_call_of_its_officer_with_its_client_after_it_was_due() {
    assertThat(open().isKeptBy(call(ANNA, ACME, CallOutcome.SUCCESSFUL, DUE))).isTrue();
    assertThat(open().isKeptBy(call(ANNA, ACME, CallOutcome.FOLLOW_UP, DUE.plusSeconds(1))))
        .isTrue();
    assertThat(open().isKeptBy(call(ANNA, ACME, CallOutcome.SUCCESSFUL, DUE.minusMillis(1))))
        .isFalse();
    assertThat(open().isKeptBy(call(ANNA, ACME, CallOutcome.NO_ANSWER, DUE))).isFalse();
    assertThat(open().isKeptBy(call(BOB, ACME, CallOutcome.SUCCESSFUL, DUE))).isFalse();
    assertThat(open().isKeptBy(call(ANNA, null, CallOutcome.SUCCESSFUL, DUE))).isFalse();
    FollowUp cancelled = open().revise(in(FollowUpState.CANCELLED), UK, OFFICER, DUE);
    assertThat(cancelled.isKeptBy(call(ANNA, ACME, CallOutcome.SUCCESSFUL, DUE))).isFalse();
  }

  @Test
  void has_an_id_of_version_4_or_7_if_a_request_chooses_it() {
    assertThatCode(() -> new FollowUpId(UUID.randomUUID()).requireChoosable())
        .doesNotThrowAnyException();
    assertInvalid("id", "malformed", () -> ID.requireChoosable());
  }

  private static FollowUp open() {
    return promise(OFFICER);
  }

  private static FollowUp promise(Actor actor) {
    return FollowUp.promise(ID, ACME, UK, FollowUpDetails.open(ANNA, DUE, null), CALL, actor, NOW);
  }

  private static FollowUpDetails in(FollowUpState state) {
    return new FollowUpDetails(ANNA, DUE, null, state);
  }

  private static Call call(
      OfficerId officer, @Nullable ClientId client, CallOutcome outcome, Instant start) {
    var facts =
        new CallFacts(
            client, CallType.OUTGOING, outcome, new CallDuration(60), start, null, null, null);
    return new Call(
        new CallId(new UUID(6, 6)), officer, UK, facts, ActorId.of(officer), start, start, 0);
  }

  private static void assertClosed(ThrowingCallable work) {
    assertThatExceptionOfType(Conflict.class)
        .isThrownBy(work)
        .satisfies(conflict -> assertThat(conflict.code()).isEqualTo("follow-up-closed"));
  }
}
