package io.calllog.domain.call;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static io.calllog.domain.shared.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallTest {

  private static final OfficerId SELF = new OfficerId(new UUID(1, 1));
  private static final OfficerId OTHER = new OfficerId(new UUID(2, 2));
  private static final RegionPath UK = new RegionPath("EMEA/UK");
  private static final Actor OFFICER = new Actor(SELF, Role.OFFICER, UK, List.of());
  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");
  private static final Duration A_MILLISECOND = Duration.ofMillis(1);

  @Test
  void is_logged_in_the_region_of_its_officer() {
    Actor manager = new Actor(OTHER, Role.MANAGER, new RegionPath("EMEA"), List.of());
    CallId id = id(NOW);

    assertThat(Call.log(id, SELF, UK, facts(NOW), manager, NOW))
        .isEqualTo(new Call(id, SELF, UK, facts(NOW), ActorId.of(OTHER), NOW, NOW, 0));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,     own,   permitted
          OFFICER, EMEA/UK,    true,  true
          OFFICER, unassigned, true,  true
          OFFICER, EMEA/UK,    false, false
          OFFICER, "",         false, false
          MANAGER, EMEA/UK,    false, true
          MANAGER, EMEA,       false, true
          MANAGER, EMEA/DE,    false, false
          MANAGER, EMEA/DE,    true,  true
          MANAGER, EMEA/UK/X,  false, false
          MANAGER, unassigned, false, false
          ADMIN,   APAC,       false, true
          """)
  void can_be_logged_by_its_officer_and_their_leaders(
      Role role, String placed, boolean own, boolean permitted) {
    Actor actor = new Actor(own ? SELF : OTHER, role, new RegionPath(placed), List.of());

    if (permitted) {
      assertThat(Call.log(id(NOW), SELF, UK, facts(NOW), actor, NOW).loggedBy())
          .isEqualTo(actor.id());
    } else {
      assertNotPermitted(() -> Call.log(id(NOW), SELF, UK, facts(NOW), actor, NOW));
    }
  }

  @Test
  void starts_at_most_5_minutes_in_the_future() {
    Instant latest = NOW.plus(Duration.ofMinutes(5));

    assertThat(log(latest).facts().startedAt()).isEqualTo(latest);
    assertInvalid("startedAt", "out-of-range", () -> log(latest.plus(A_MILLISECOND)));
    assertInvalid("startedAt", "out-of-range", () -> log(Instant.parse("9999-12-31T23:59:59Z")));
  }

  @Test
  void starts_in_2000_or_later() {
    Instant earliest = Instant.parse("2000-01-01T00:00:00.000Z");

    assertThat(log(earliest).facts().startedAt()).isEqualTo(earliest);
    assertInvalid("startedAt", "out-of-range", () -> log(earliest.minus(A_MILLISECOND)));
    assertInvalid(
        "startedAt",
        "out-of-range",
        () ->
            Call.log(
                id(NOW), SELF, UK, facts(Instant.parse("0000-01-01T00:00:00Z")), OFFICER, NOW));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void starts_within_24_hours_of_the_time_in_its_id(long direction) {
    Instant start = NOW.minus(Duration.ofDays(10));
    Instant farthest = start.plus(Duration.ofHours(24).multipliedBy(direction));
    Instant tooFar = farthest.plusMillis(direction);

    assertThat(Call.log(id(farthest), SELF, UK, facts(start), OFFICER, NOW).id().time())
        .isEqualTo(farthest);
    assertInvalid(
        "startedAt",
        "out-of-range",
        () -> Call.log(id(tooFar), SELF, UK, facts(start), OFFICER, NOW));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "019cd6ff-8f7b-4000-8000-000000000001", // version 4
        "019cd6ff-8f7b-1000-8000-000000000001", // version 1
        "019cd6ff-8f7b-7000-0000-000000000001", // another variant
        "019cd6ff-8f7b-7000-c000-000000000001", // another variant
        "00000000-0000-0000-0000-000000000000"
      })
  void has_an_id_of_version_7(String text) {
    CallId id = new CallId(UUID.fromString(text));

    assertInvalid("id", "malformed", () -> Call.log(id, SELF, UK, facts(NOW), OFFICER, NOW));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # role,  placed,     own,   permitted
          OFFICER, EMEA/DE,    true,  true
          OFFICER, EMEA/UK,    false, false
          MANAGER, EMEA/UK,    false, true
          MANAGER, EMEA,       false, true
          MANAGER, EMEA/DE,    false, false
          MANAGER, EMEA/DE,    true,  false
          MANAGER, unassigned, true,  true
          ADMIN,   APAC,       false, true
          """)
  void can_be_changed_by_its_officer_and_leaders_of_its_region(
      Role role, String placed, boolean own, boolean permitted) {
    Call call = log(NOW);
    Actor actor = new Actor(own ? SELF : OTHER, role, new RegionPath(placed), List.of());
    UnaryOperator<CallFacts> change = startingAt(NOW.minus(A_MILLISECOND));

    if (permitted) {
      assertThatCode(() -> call.requireChangeableBy(actor)).doesNotThrowAnyException();
      assertThat(call.revise(change, actor, NOW)).isNotEqualTo(call);
    } else {
      assertNotPermitted(() -> call.requireChangeableBy(actor));
      assertNotPermitted(() -> call.revise(change, actor, NOW));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICER, EMEA/UK,   EMEA/UK, false",
    "MANAGER, EMEA/UK,   EMEA/UK, true",
    "MANAGER, EMEA,      EMEA/DE, true",
    "MANAGER, EMEA/UK,   EMEA/DE, false",
    "MANAGER, EMEA/DE,   EMEA/DE, false",
    "ADMIN,   APAC,      EMEA/DE, true"
  })
  void can_be_given_to_another_officer_by_leaders_of_both_regions(
      Role role, String placed, String region, boolean permitted) {
    Call call = log(NOW);
    Actor actor = new Actor(OTHER, role, new RegionPath(placed), List.of());
    RegionPath newRegion = new RegionPath(region);
    Instant later = NOW.plusSeconds(60);

    if (permitted) {
      assertThat(call.giveTo(OTHER, newRegion, actor, later))
          .isEqualTo(
              new Call(call.id(), OTHER, newRegion, call.facts(), ActorId.of(SELF), NOW, later, 0));
    } else {
      assertNotPermitted(() -> call.giveTo(OTHER, newRegion, actor, later));
    }
  }

  @Test
  void applies_all_changes_and_sets_the_time() {
    Call call = log(NOW);
    Instant later = NOW.plusSeconds(60);
    var facts =
        new CallFacts(
            new ClientId(new UUID(4, 4)),
            CallType.INCOMING,
            CallOutcome.FOLLOW_UP,
            new CallDuration(90),
            NOW.minusSeconds(30),
            new Comment("Call again"),
            null,
            null);

    Call changed = call.revise(changesTo(facts), OFFICER, later);

    assertThat(changed)
        .isEqualTo(new Call(call.id(), SELF, UK, facts, ActorId.of(SELF), NOW, later, 0));
    assertThat(changed.revise(changesTo(call.facts()), OFFICER, later).facts())
        .isEqualTo(call.facts());
  }

  @Test
  void returns_the_same_instance_if_nothing_changes() {
    Call call = log(NOW);

    assertThat(call.revise(changesTo(call.facts()), OFFICER, NOW.plusSeconds(1))).isSameAs(call);
    assertThat(call.revise(startingAt(NOW.plusNanos(999_999)), OFFICER, NOW.plusSeconds(1)))
        .isSameAs(call);
  }

  @Test
  void new_start_is_within_24_hours_of_the_time_in_its_id() {
    Instant start = NOW.minus(Duration.ofDays(10));
    Call call = log(start);

    for (Duration farthest : new Duration[] {Duration.ofHours(24), Duration.ofHours(-24)}) {
      Instant reachable = start.plus(farthest);
      Instant tooFar = reachable.plusMillis(farthest.isNegative() ? -1 : 1);

      assertThat(call.revise(startingAt(reachable), OFFICER, NOW).facts().startedAt())
          .isEqualTo(reachable);
      assertInvalid(
          "startedAt", "out-of-range", () -> call.revise(startingAt(tooFar), OFFICER, NOW));
    }
  }

  @Test
  void new_start_is_at_most_5_minutes_in_the_future() {
    Call call = log(NOW);
    Instant latest = NOW.plus(Duration.ofMinutes(5));

    assertThat(call.revise(startingAt(latest), OFFICER, NOW).facts().startedAt()).isEqualTo(latest);
    assertInvalid(
        "startedAt",
        "out-of-range",
        () -> call.revise(startingAt(latest.plus(A_MILLISECOND)), OFFICER, NOW));
  }

  @Test
  void keeps_a_start_that_is_no_longer_valid() {
    Call fast = log(NOW.plus(Duration.ofMinutes(5)));
    CallFacts f = fast.facts();
    var commented =
        new CallFacts(
            f.clientId(),
            f.type(),
            f.outcome(),
            f.durationSeconds(),
            f.startedAt(),
            new Comment("x"),
            f.externalId(),
            f.number());

    Call changed = fast.revise(changesTo(commented), OFFICER, NOW.minus(Duration.ofHours(1)));

    assertThat(changed.facts()).isEqualTo(commented);
  }

  private static Call log(Instant start) {
    return Call.log(id(start), SELF, UK, facts(start), OFFICER, NOW);
  }

  private static CallId id(Instant time) {
    return new CallId(new UUID(time.toEpochMilli() << 16 | 0x7ABC, 0x8000_0000_0000_0001L));
  }

  private static CallFacts facts(Instant start) {
    return new CallFacts(
        null,
        CallType.OUTGOING,
        CallOutcome.SUCCESSFUL,
        new CallDuration(60),
        start,
        null,
        null,
        null);
  }

  private static UnaryOperator<CallFacts> startingAt(Instant start) {
    return was ->
        new CallFacts(
            was.clientId(),
            was.type(),
            was.outcome(),
            was.durationSeconds(),
            start,
            was.comment(),
            was.externalId(),
            was.number());
  }

  private static UnaryOperator<CallFacts> changesTo(CallFacts facts) {
    return was ->
        new CallFacts(
            facts.clientId(),
            facts.type(),
            facts.outcome(),
            facts.durationSeconds(),
            facts.startedAt(),
            facts.comment(),
            facts.externalId(),
            facts.number());
  }
}
