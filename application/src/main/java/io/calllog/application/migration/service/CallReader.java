package io.calllog.application.migration.service;

import io.calllog.application.migration.view.NodeCall;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.TextRules;
import io.calllog.domain.shared.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the rows of Node's calls. */
final class CallReader {

  private static final BigDecimal MAX = BigDecimal.valueOf(CallDuration.MAX_SECONDS);

  private CallReader() {}

  /** A call as Node has it. */
  record Imported(
      NodeRow row,
      CallId id,
      ExternalId externalId,
      OfficerId officer,
      CallFacts facts,
      Instant loggedAt,
      Instant updatedAt) {

    /** Returns the call without a client. */
    Imported withoutClient() {
      var without =
          new CallFacts(
              null,
              facts.type(),
              facts.outcome(),
              facts.durationSeconds(),
              facts.startedAt(),
              facts.comment(),
              facts.externalId(),
              facts.number());
      return new Imported(row, id, externalId, officer, without, loggedAt, updatedAt);
    }
  }

  /** Reads a row; empty, and reported, if it is left out. */
  static Optional<Imported> read(NodeCall raw, NodeRow row, Instant now) {
    Optional<UUID> id = NodeRow.uuid(raw.id());
    Optional<OfficerId> officer = NodeRow.uuid(raw.officerId()).map(OfficerId::new);
    CallType type = row.choice(raw.callType(), CallType.values());
    Instant start = raw.timestamp();
    if (id.isEmpty()) {
      row.leaveOut("has an id that is not a UUID");
    } else if (officer.isEmpty()) {
      row.leaveOut("has no officer");
    } else if (type == null) {
      row.leaveOut("has a callType other than Incoming and Outgoing: " + raw.callType());
    } else if (start == null) {
      row.leaveOut("has no timestamp");
    } else {
      var externalId = new ExternalId(id.get().toString());
      var facts =
          new CallFacts(
              client(raw.clientId(), row),
              type,
              row.choice(
                  "callOutcome",
                  raw.callOutcome(),
                  CallOutcome.values(),
                  CallOutcome.OTHER,
                  CallOutcome.OTHER),
              duration(raw.duration(), row),
              start,
              row.text("comment", raw.comment(), Comment.MAX_LENGTH, Comment::new),
              externalId,
              null);
      CallId callId = CallId.of(externalId, facts.startedAt());
      List<Violation> violations = Call.violations(callId, facts.startedAt(), now);
      if (violations.isEmpty()) {
        return Optional.of(
            new Imported(
                row,
                callId,
                externalId,
                officer.get(),
                facts,
                NodeRow.created(raw.createdAt(), raw.updatedAt(), facts.startedAt(), now),
                NodeRow.updated(raw.createdAt(), raw.updatedAt(), facts.startedAt(), now)));
      }
      row.leaveOut("has the timestamp " + start + ", which " + violations.getFirst().message());
    }
    return Optional.empty();
  }

  private static @Nullable ClientId client(@Nullable String raw, NodeRow row) {
    Optional<ClientId> id = NodeRow.uuid(raw).map(ClientId::new);
    if (id.isEmpty() && raw != null) {
      row.leaveOut("clientId", "is not a UUID", raw);
    }
    return id.orElse(null);
  }

  /** Seconds, rounded; 0 if there are none. */
  private static CallDuration duration(@Nullable String raw, NodeRow row) {
    if (raw == null || TextRules.isBlank(raw)) {
      return new CallDuration(0);
    }
    try {
      BigDecimal seconds = new BigDecimal(raw.strip());
      if (seconds.signum() < 0 || seconds.compareTo(MAX) > 0) {
        row.leaveOut("duration", "must be from 0 to 86,400 seconds; taken as 0", raw);
        return new CallDuration(0);
      }
      return new CallDuration(seconds.setScale(0, RoundingMode.HALF_UP).intValueExact());
    } catch (NumberFormatException _) {
      row.leaveOut("duration", "is not a number; taken as 0", raw);
      return new CallDuration(0);
    }
  }
}
