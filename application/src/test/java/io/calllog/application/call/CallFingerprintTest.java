package io.calllog.application.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallFingerprintTest {

  private static final OfficerId ANNA = new OfficerId(new UUID(1, 1));
  private static final OfficerId BEA = new OfficerId(new UUID(2, 2));
  private static final ClientId ACME = new ClientId(new UUID(3, 3));
  private static final Instant START = Instant.parse("2026-03-10T09:15:30.123Z");

  @Test
  void is_the_same_for_the_same_request() {
    assertThat(print(ANNA, facts(ACME, START, "Hello")))
        .isEqualTo(print(ANNA, facts(ACME, START, "Hello")));
    assertThat(print(ANNA, facts(ACME, START, "Hello")).hex()).matches("[0-9a-f]{64}");
  }

  @Test
  void is_compatible_with_earlier_versions() {
    assertThat(print(ANNA, facts(null, START, null)).hex())
        .isEqualTo("bc7534cb389552e4c07f5d1500d6cb60395816a1cef1426cd9b3768388134793");
  }

  @Test
  void is_the_same_for_one_instant_at_different_offsets() {
    Instant there = OffsetDateTime.parse("2026-03-10T14:45:30.123999+05:30").toInstant();

    assertThat(print(ANNA, facts(ACME, there, null)))
        .isEqualTo(print(ANNA, facts(ACME, START, null)));
  }

  @Test
  void is_the_same_for_texts_with_the_same_normal_form() {
    assertThat(print(ANNA, facts(ACME, START, " Zoe\u0308\n")))
        .isEqualTo(print(ANNA, facts(ACME, START, "Zoë")));
  }

  @Test
  void differs_by_each_field() {
    List<CallFingerprint> prints =
        Stream.of(
                print(ANNA, facts(ACME, START, "Hello")),
                print(BEA, facts(ACME, START, "Hello")),
                print(ANNA, facts(null, START, "Hello")),
                print(ANNA, facts(new ClientId(BEA.value()), START, "Hello")),
                print(ANNA, facts(ACME, START.plusMillis(1), "Hello")),
                print(ANNA, facts(ACME, START, null)),
                print(ANNA, facts(ACME, START, "hello")),
                print(ANNA, with(CallType.INCOMING, CallOutcome.BUSY, 60)),
                print(ANNA, with(CallType.OUTGOING, CallOutcome.OTHER, 60)),
                print(ANNA, with(CallType.OUTGOING, CallOutcome.BUSY, 61)))
            .toList();

    assertThat(prints).doesNotHaveDuplicates();
  }

  @Test
  void does_not_confuse_texts_of_different_fields() {
    assertThat(
            List.of(
                print(ANNA, facts(ACME, START, null)),
                print(ANNA, facts(ACME, START, "-:")),
                print(ANNA, facts(ACME, START, "null")),
                print(ANNA, facts(ACME, START, "0:")),
                print(ANNA, facts(null, START, ACME.toString())),
                print(ANNA, facts(null, START, "36:" + ACME))))
        .doesNotHaveDuplicates();
  }

  private static CallFingerprint print(OfficerId officer, CallFacts facts) {
    return CallFingerprint.of(officer, facts);
  }

  private static CallFacts facts(
      @Nullable ClientId client, Instant start, @Nullable String comment) {
    return new CallFacts(
        client,
        CallType.OUTGOING,
        CallOutcome.BUSY,
        new CallDuration(60),
        start,
        comment == null ? null : new Comment(comment),
        null,
        null);
  }

  private static CallFacts with(CallType type, CallOutcome outcome, int seconds) {
    return new CallFacts(
        ACME, type, outcome, new CallDuration(seconds), START, new Comment("Hello"), null, null);
  }
}
