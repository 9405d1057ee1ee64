package io.calllog.application.call;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.AuditViews;
import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.in.LogCall.Result;
import io.calllog.application.call.port.in.LogCalls.Logged;
import io.calllog.application.call.port.in.LogCalls.Outcome;
import io.calllog.application.call.port.in.LogCalls.Refused;
import io.calllog.application.call.port.out.CallReferences;
import io.calllog.application.call.port.out.CallReferences.ReferredOfficer;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.call.port.out.CallRepository.UsedId;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.Failure;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rules for logging calls. Each command has an outcome of its own, but many commands send no
 * more statements than a single one.
 */
public final class CallLogging {

  private final CallRepository calls;
  private final CallViews views;
  private final CallReferences references;
  private final ClientViews clients;
  private final FollowUpRepository followUps;
  private final AuditTrail trail;
  private final AuditViews audit;
  private final IdSource ids;
  private final InstantSource clock;

  /** Creates the rules on these ports. */
  public CallLogging(
      CallRepository calls,
      CallViews views,
      CallReferences references,
      ClientViews clients,
      FollowUpRepository followUps,
      AuditTrail trail,
      AuditViews audit,
      IdSource ids,
      InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.references = references;
    this.clients = clients;
    this.followUps = followUps;
    this.trail = trail;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A command that was checked.
   *
   * @param fingerprint null if the command cannot be a repeat
   * @param view the call to add; null if the command breaks a rule
   * @param refusal the answer if the call is not added and the command is no repeat
   * @param warnings a part of the answer if the call is or was added
   */
  private record Attempt(
      Command command,
      CallId id,
      @Nullable CallFingerprint fingerprint,
      @Nullable CallView view,
      Failure refusal,
      List<Violation> warnings) {

    boolean isRepeatOf(@Nullable UsedId used) {
      return used != null && fingerprint != null && fingerprint.equals(used.fingerprint());
    }

    /** The region does not count for the actor's own call: they may have moved since. */
    Reader reader() {
      Actor actor = command.caller().actor();
      return new Reader(
          command.isOwn() ? Visibility.ownedBy(command.officer()) : actor.seesCalls(),
          actor.seesClients());
    }
  }

  private record Reader(Visibility calls, Visibility clients) {}

  /** Logs calls in the current transaction. Returns the outcomes in the order of the commands. */
  public List<Outcome> log(List<Command> commands) {
    Instant now = clock.instant();
    var past = new PastCalls(views.keptSince());
    KeptFollowUps.hold(commands, followUps);
    var known = KnownReferences.of(commands, references, clients, audit);
    var kept = new KeptFollowUps(commands, known, followUps, trail, ids);
    List<Attempt> attempts =
        commands.stream().map(each -> attempt(each, known, kept, past, now)).toList();
    Set<Attempt> added = add(attempts, kept);
    var outcomes = new Outcome[attempts.size()];
    List<Attempt> rest = new ArrayList<>();
    for (int i = 0; i < outcomes.length; i++) {
      Attempt attempt = attempts.get(i);
      if (attempt.view() != null && added.contains(attempt)) {
        CallFollowUps followUps = kept.keep(attempt.command(), attempt.view().call(), now);
        outcomes[i] = new Logged(new Result(attempt.view(), false, followUps, attempt.warnings()));
      } else {
        rest.add(attempt);
      }
    }
    kept.add();
    Iterator<Outcome> others = repeatedOrRefused(rest, kept).iterator();
    return Arrays.stream(outcomes).map(each -> each == null ? others.next() : each).toList();
  }

  private Attempt attempt(
      Command command, KnownReferences known, KeptFollowUps kept, PastCalls past, Instant now) {
    CallFacts facts = command.facts();
    CallId id = command.id() == null ? new CallId(ids.next(facts.startedAt())) : command.id();
    CallFingerprint fingerprint = command.id() == null ? null : CallFingerprint.of(command);
    ReferredOfficer officer = known.officer(command);
    List<Violation> violations = new ArrayList<>(Call.violations(id, facts.startedAt(), now));
    if (violations.isEmpty()) { // otherwise the start is wrong for another reason
      violations.addAll(past.violations(id));
    }
    violations.addAll(known.unknown(command));
    violations.addAll(kept.unknown(command));
    List<Violation> warnings = known.warnings(command);
    if (officer == null || !violations.isEmpty()) {
      return new Attempt(command, id, fingerprint, null, new InvalidInput(violations), warnings);
    }
    try {
      Actor actor = command.caller().actor();
      Call call =
          Call.log(id, command.officer(), officer.region(), known.facts(command), actor, now);
      return kept.isClosed(command)
          ? new Attempt(command, id, fingerprint, null, FollowUp.closed(), warnings)
          : new Attempt(command, id, fingerprint, known.view(call, command), idTaken(), warnings);
    } catch (NotPermitted refusal) {
      return new Attempt(command, id, null, null, refusal, warnings);
    }
  }

  /**
   * Adds the first call with each id. Of those that name one follow-up, only the first is added:
   * the next one has its turn if that fails. Returns the attempts whose calls were added.
   */
  private Set<Attempt> add(List<Attempt> attempts, KeptFollowUps kept) {
    Set<Attempt> added = Collections.newSetFromMap(new IdentityHashMap<>()); // a repeat is equal
    List<Attempt> turn = attempts.stream().filter(attempt -> attempt.view() != null).toList();
    while (!turn.isEmpty()) {
      Map<CallId, Attempt> absent = new LinkedHashMap<>();
      List<Attempt> next = new ArrayList<>();
      for (Attempt attempt : turn) {
        if (!absent.containsKey(attempt.id())) {
          if (kept.claim(attempt.command())) {
            absent.put(attempt.id(), attempt);
          } else {
            next.add(attempt);
          }
        }
      }
      Set<CallId> ids = absent.isEmpty() ? Set.of() : calls.addAbsent(newCalls(absent));
      for (Attempt attempt : absent.values()) {
        if (ids.contains(attempt.id())) {
          added.add(attempt);
        } else {
          kept.release(attempt.command());
        }
      }
      turn = absent.isEmpty() ? List.of() : next;
    }
    return added;
  }

  private static List<NewCall> newCalls(Map<CallId, Attempt> attempts) {
    return attempts.values().stream()
        .map(each -> new NewCall(requireNonNull(each.view()).call(), each.fingerprint()))
        .toList();
  }

  private List<Outcome> repeatedOrRefused(List<Attempt> attempts, KeptFollowUps kept) {
    Set<CallId> chosen =
        attempts.stream().filter(a -> a.fingerprint() != null).map(Attempt::id).collect(toSet());
    Map<CallId, UsedId> used = chosen.isEmpty() ? Map.of() : calls.findUsedIds(chosen);
    Map<Reader, Map<CallId, CallView>> current = new HashMap<>();
    attempts.stream()
        .filter(attempt -> attempt.isRepeatOf(used.get(attempt.id())))
        .collect(groupingBy(Attempt::reader, mapping(Attempt::id, toSet())))
        .forEach((reader, repeated) -> current.put(reader, find(repeated, reader)));
    return attempts.stream()
        .map(attempt -> {
          Map<CallId, CallView> visible = current.getOrDefault(attempt.reader(), Map.of());
          return outcome(attempt, used.get(attempt.id()), visible.get(attempt.id()), kept);
        })
        .toList();
  }

  private static Outcome outcome(
      Attempt attempt, @Nullable UsedId used, @Nullable CallView current, KeptFollowUps kept) {
    if (used == null || !attempt.isRepeatOf(used)) {
      boolean late = attempt.view() != null && used == null && kept.isClosed(attempt.command());
      return new Refused(late ? FollowUp.closed() : attempt.refusal());
    }
    return used.deleted() || current == null
        ? new Refused(
            new Conflict(
                "call-deleted",
                "This call was logged before, and was deleted or given to another officer since."))
        : new Logged(
            new Result(
                current,
                true,
                used.followUps(),
                used.followUps().made() == null ? attempt.warnings() : List.of()));
  }

  private Map<CallId, CallView> find(Set<CallId> repeated, Reader reader) {
    return views.findAll(repeated, reader.calls(), reader.clients()).stream()
        .collect(toMap(CallView::id, Function.identity()));
  }

  private static Conflict idTaken() {
    return new Conflict("call-id-taken", "This id has already been used by another request.");
  }
}
