package io.calllog.application.imports.service;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.call.CallFingerprint;
import io.calllog.application.call.CallLogging;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.application.call.port.in.LogCalls.Logged;
import io.calllog.application.call.port.in.LogCalls.Outcome;
import io.calllog.application.call.port.in.LogCalls.Refused;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallView;
import io.calllog.application.imports.CallRow;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.application.imports.port.out.ImportMatches.Clients;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds calls, with the rules of {@link LogCall}. A call without an id has one that is derived from
 * its id in another system or else from its content, so that the same row is recognised.
 */
final class CallRows implements RowsOfKind {

  private static final int MOST = 2_000;

  private final RowReader reader;
  private final ImportMatches matches;
  private final CallLogging logging;
  private final CallViews views;

  CallRows(RowReader reader, ImportMatches matches, CallLogging logging, CallViews views) {
    this.reader = reader;
    this.matches = matches;
    this.logging = logging;
    this.views = views;
  }

  @Override
  public int most() {
    return MOST;
  }

  @Override
  public List<RowOutcome> add(Caller caller, List<String> columns, List<FileRow> rows) {
    Map<FileRow, CallRow> read = new HashMap<>();
    Map<FileRow, RowOutcome> outcomes = new HashMap<>();
    for (FileRow row : rows) {
      try {
        read.put(row, reader.call(columns, row));
      } catch (InvalidInput e) {
        outcomes.put(row, RowOutcome.rejected(row, e));
      }
    }
    var references = References.of(read.values(), matches, caller.actor());
    Map<FileRow, LogCall.Command> commands = new LinkedHashMap<>();
    for (FileRow row : rows) {
      CallRow call = read.get(row);
      if (call != null) {
        try {
          commands.put(row, references.command(caller, call));
        } catch (InvalidInput e) {
          outcomes.put(row, RowOutcome.rejected(row, e));
        }
      }
    }
    for (FileRow row : addedBeforeMerge(caller.actor(), read, commands, references)) {
      commands.remove(row);
      outcomes.put(row, RowOutcome.unchanged(row));
    }
    if (!commands.isEmpty()) {
      var valid = List.copyOf(commands.keySet());
      outcomes.putAll(log(caller.actor(), valid, List.copyOf(commands.values())));
    }
    return rows.stream().map(row -> Objects.requireNonNull(outcomes.get(row))).toList();
  }

  /**
   * Returns the rows that were added when their client was another one, which was merged since. The
   * ids of these calls were derived from values with that client.
   */
  private List<FileRow> addedBeforeMerge(
      Actor actor,
      Map<FileRow, CallRow> read,
      Map<FileRow, LogCall.Command> commands,
      References references) {
    Map<FileRow, Set<CallId>> before = new HashMap<>();
    commands.forEach((row, command) ->
        before.put(row, references.idsBeforeMerge(Objects.requireNonNull(read.get(row)), command)));
    Set<CallId> ids = before.values().stream().flatMap(Set::stream).collect(toSet());
    if (ids.isEmpty()) {
      return List.of();
    }
    Set<CallId> added =
        views.findAll(ids, actor.seesCalls(), actor.seesClients()).stream()
            .map(CallView::id)
            .collect(toSet());
    return before.entrySet().stream()
        .filter(row -> row.getValue().stream().anyMatch(added::contains))
        .map(Map.Entry::getKey)
        .toList();
  }

  private Map<FileRow, RowOutcome> log(
      Actor actor, List<FileRow> rows, List<LogCall.Command> commands) {
    List<Outcome> outcomes = logging.log(commands);
    Map<CallId, CallView> taken = taken(actor, commands, outcomes);
    Map<FileRow, RowOutcome> result = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      FileRow row = rows.get(i);
      LogCall.Command command = commands.get(i);
      result.put(
          row,
          switch (outcomes.get(i)) {
            case Logged logged when logged.result().repeated() -> RowOutcome.unchanged(row);
            case Logged _ -> RowOutcome.added(row);
            case Refused _ when isSame(command, taken.get(command.id())) ->
                RowOutcome.unchanged(row);
            case Refused refused -> RowOutcome.rejected(row, refused.failure());
          });
    }
    return result;
  }

  /** Calls that were not imported, but are in an exported file, have the same values. */
  private Map<CallId, CallView> taken(
      Actor actor, List<LogCall.Command> commands, List<Outcome> outcomes) {
    List<CallId> ids = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      CallId id = commands.get(i).id();
      if (id != null
          && outcomes.get(i) instanceof Refused(var failure)
          && failure.code().equals("call-id-taken")) {
        ids.add(id);
      }
    }
    return ids.isEmpty()
        ? Map.of()
        : views.findAll(Set.copyOf(ids), actor.seesCalls(), actor.seesClients()).stream()
            .collect(toMap(CallView::id, Function.identity()));
  }

  private static boolean isSame(LogCall.Command command, @Nullable CallView stored) {
    return stored != null
        && stored.call().officerId().equals(command.officer())
        && stored.call().facts().equals(command.facts());
  }

  /** What the rows refer to. */
  private record References(Map<EmailAddress, OfficerId> officers, Clients clients) {

    static References of(Iterable<CallRow> rows, ImportMatches matches, Actor actor) {
      List<CallRow> all = new ArrayList<>();
      rows.forEach(all::add);
      return new References(
          matches.officers(values(all, CallRow::officerEmail), actor.seesOfficers()),
          matches.clients(
              values(all, CallRow::clientPhone),
              values(all, CallRow::clientEmail),
              values(all, CallRow::clientExternalId),
              actor.seesClients()));
    }

    private static <T> Set<T> values(List<CallRow> rows, Function<CallRow, @Nullable T> value) {
      return rows.stream().map(value).filter(Objects::nonNull).collect(toSet());
    }

    LogCall.Command command(Caller caller, CallRow row) {
      List<Violation> violations = new ArrayList<>();
      OfficerId officer =
          Matching.officer("officer", row.officerId(), row.officerEmail(), officers, violations);
      if (row.officerId() == null && row.officerEmail() == null) {
        violations.add(new Violation("officerId", "required", "is required, or the officerEmail"));
      }
      ClientId client = client(row, violations);
      if (officer == null || !violations.isEmpty()) {
        throw new InvalidInput(violations);
      }
      var facts =
          new CallFacts(
              client,
              row.type(),
              row.outcome(),
              row.durationSeconds(),
              row.startedAt(),
              row.comment(),
              row.externalId(),
              row.number());
      return new LogCall.Command(caller, id(row, officer, facts), officer, facts);
    }

    private @Nullable ClientId client(CallRow row, List<Violation> violations) {
      List<ClientId> named = new ArrayList<>();
      Matching.client("clientPhone", row.clientPhone(), clients.byPhone(), named, violations);
      Matching.client("clientEmail", row.clientEmail(), clients.byEmail(), named, violations);
      Matching.client(
          "clientExternalId", row.clientExternalId(), clients.byExternalId(), named, violations);
      if (row.clientId() != null) {
        named.add(row.clientId());
      }
      if (named.stream().distinct().count() > 1) {
        violations.add(
            new Violation("clientId", "ambiguous", "the columns of the client name several"));
      }
      return named.isEmpty() ? null : named.getFirst();
    }

    Set<CallId> idsBeforeMerge(CallRow row, LogCall.Command command) {
      ClientId client = command.facts().clientId();
      return row.id() != null || row.externalId() != null || client == null
          ? Set.of()
          : clients.merged().getOrDefault(client, Set.of()).stream()
              .map(merged -> id(row, command.officer(), command.facts().with(merged)))
              .collect(toSet());
    }

    private static CallId id(CallRow row, OfficerId officer, CallFacts facts) {
      if (row.id() != null) {
        return row.id();
      }
      ExternalId identity =
          row.externalId() == null
              ? new ExternalId("import:" + CallFingerprint.of(officer, facts).hex())
              : row.externalId();
      return CallId.of(identity, facts.startedAt());
    }
  }
}
