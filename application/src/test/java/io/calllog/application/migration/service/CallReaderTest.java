package io.calllog.application.migration.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.migration.service.CallReader.Imported;
import io.calllog.application.migration.view.LeftOut;
import io.calllog.application.migration.view.NodeCall;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.shared.ExternalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallReaderTest {

  private static final String ID = "5f0c7a0e-6f0b-4b1e-9f5e-0a1b2c3d4e5f";
  private static final String OFFICER = "8a1d0f6c-1c3f-4f6e-8f9e-112233445566";
  private static final String CLIENT = "9b2e1a7d-2d4a-4a7f-9a0f-223344556677";
  private static final Instant START = Instant.parse("2026-03-02T10:00:00.123456Z");
  private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

  private final List<LeftOut> leftOut = new ArrayList<>();

  @Test
  void maps_a_call() {
    Imported call =
        read(call(ID, OFFICER, "312", "Outgoing", "Follow-up", "Wants an offer.", START))
            .orElseThrow();

    assertThat(call.externalId()).isEqualTo(new ExternalId(ID));
    assertThat(call.id()).isEqualTo(CallId.of(new ExternalId(ID), START));
    CallFacts facts = call.facts();
    assertThat(facts.type()).isEqualTo(CallType.OUTGOING);
    assertThat(facts.outcome()).isEqualTo(CallOutcome.FOLLOW_UP);
    assertThat(facts.durationSeconds().seconds()).isEqualTo(312);
    assertThat(facts.startedAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00.123Z"));
    assertThat(facts.comment()).isEqualTo(new Comment("Wants an offer."));
    assertThat(String.valueOf(facts.clientId())).isEqualTo(CLIENT);
    assertThat(call.officer().toString()).isEqualTo(OFFICER);
    assertThat(leftOut).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Successful, SUCCESSFUL",
    "missed, MISSED",
    "FOLLOW UP, FOLLOW_UP",
    "no-answer, NO_ANSWER",
    "' Busy ', BUSY",
    "Other, OTHER",
    "Voicemail, OTHER",
    ", OTHER"
  })
  void takes_outcomes_in_any_case(@Nullable String raw, CallOutcome expected) {
    Imported call = read(call(ID, OFFICER, "1", "incoming", raw, null, START)).orElseThrow();

    assertThat(call.facts().outcome()).isEqualTo(expected);
    assertThat(columns()).isEqualTo("Voicemail".equals(raw) ? List.of("callOutcome") : List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, true",
    ", 0, true",
    "100.4, 100, true",
    "100.5, 101, true",
    "86400, 86400, true",
    "86400.1, 0, false",
    "-1, 0, false",
    "NaN, 0, false",
    "1e3, 1000, true"
  })
  void rounds_durations(@Nullable String raw, int seconds, boolean silent) {
    Imported call = read(call(ID, OFFICER, raw, "incoming", "Busy", null, START)).orElseThrow();

    assertThat(call.facts().durationSeconds().seconds()).isEqualTo(seconds);
    assertThat(columns()).isEqualTo(silent ? List.of() : List.of("duration"));
  }

  @Test
  void leaves_out_what_is_no_call() {
    assertLeftOut(call("1", OFFICER, "1", "incoming", "Busy", null, START), "not a UUID");
    assertLeftOut(call(ID, null, "1", "incoming", "Busy", null, START), "no officer");
    assertLeftOut(call(ID, OFFICER, "1", "Video", "Busy", null, START), "callType");
    assertLeftOut(call(ID, OFFICER, "1", null, "Busy", null, START), "callType");
    assertLeftOut(call(ID, OFFICER, "1", "incoming", "Busy", null, null), "no timestamp");
    assertLeftOut(
        call(ID, OFFICER, "1", "incoming", "Busy", null, NOW.plusSeconds(301)), "in the future");
    assertLeftOut(
        call(ID, OFFICER, "1", "incoming", "Busy", null, Instant.parse("1999-12-31T23:59:59Z")),
        "before 2000-01-01");
    assertLeftOut(
        call(ID, OFFICER, "1", "incoming", "Busy", null, Instant.parse("9999-12-31T00:00:00Z")),
        "in the future");
  }

  @Test
  void cuts_and_cleans_texts() {
    Imported call =
        read(call(ID, OFFICER, "1", "incoming", "Busy", "x\u0007" + "y".repeat(4_000), START))
            .orElseThrow();

    assertThat(call.facts().comment()).isEqualTo(new Comment("x " + "y".repeat(3_998)));
    assertThat(columns()).containsExactly("comment");
  }

  @Test
  void limits_the_times_of_the_row() {
    var raw =
        new NodeCall(
            ID, OFFICER, null, null, "incoming", null, null, START, null, NOW.plusSeconds(1));
    Imported call = read(raw).orElseThrow();

    assertThat(call.loggedAt()).isEqualTo(NOW);
    assertThat(call.updatedAt()).isEqualTo(NOW);
  }

  private void assertLeftOut(NodeCall raw, String reason) {
    leftOut.clear();
    assertThat(read(raw)).isEmpty();
    assertThat(leftOut).hasSize(1).allMatch(LeftOut::isRow);
    assertThat(leftOut.getFirst().reason()).contains(reason);
  }

  private List<@Nullable String> columns() {
    return leftOut.stream().<@Nullable String>map(LeftOut::column).toList();
  }

  private Optional<Imported> read(NodeCall raw) {
    return CallReader.read(raw, new NodeRow(NodeTable.CALLS, raw.id(), leftOut::add), NOW);
  }

  private static NodeCall call(
      String id,
      @Nullable String officer,
      @Nullable String duration,
      @Nullable String type,
      @Nullable String outcome,
      @Nullable String comment,
      @Nullable Instant start) {
    return new NodeCall(id, officer, CLIENT, duration, type, outcome, comment, start, START, START);
  }
}
