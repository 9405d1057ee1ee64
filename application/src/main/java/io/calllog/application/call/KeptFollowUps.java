package io.calllog.application.call;

import static io.calllog.application.audit.AuditAction.FOLLOW_UP_COMPLETED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.in.LogCall.Command;
import io.calllog.application.call.port.in.LogCall.Promise;
import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.followup.FollowUpCreation;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpRepository.NewFollowUp;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.call.Call;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The follow-ups that calls of one transaction complete and make. Those that can be completed are
 * locked, so that nobody else changes them meanwhile. Without any, no statement is sent.
 */
final class KeptFollowUps {

  private final KnownReferences known;
  private final FollowUpRepository followUps;
  private final AuditTrail trail;
  private final IdSource ids;

  /** By id, in the order of the ids. */
  private final Map<FollowUpId, FollowUp> locked = new LinkedHashMap<>();

  /** Those that a call completes by naming them. */
  private final Set<FollowUpId> claimed = new HashSet<>();

  private final List<NewFollowUp> made = new ArrayList<>();

  /** Locks the follow-ups. */
  KeptFollowUps(
      List<Command> commands,
      KnownReferences known,
      FollowUpRepository followUps,
      AuditTrail trail,
      IdSource ids) {
    this.known = known;
    this.followUps = followUps;
    this.trail = trail;
    this.ids = ids;
    Set<FollowUpId> wanted = new HashSet<>(known.due());
    commands.stream()
        .map(command -> command.completes().followUp())
        .filter(Objects::nonNull)
        .forEach(wanted::add);
    if (!wanted.isEmpty()) {
      followUps.findForUpdate(wanted).forEach(found -> locked.put(found.id(), found));
    }
  }

  /**
   * Returns a violation if the command names a follow-up that is not one with the client of the
   * call. An actor who sees the client also sees its follow-ups.
   */
  List<Violation> unknown(Command command) {
    boolean known = command.completes().followUp() == null || named(command).isPresent();
    return known
        ? List.of()
        : List.of(
            new Violation(
                "completes",
                "unknown-reference",
                "must be a follow-up with the client of the call"));
  }

  /** Returns whether the follow-up that the command names is still open, if it names one. */
  boolean claim(Command command) {
    return named(command).map(named -> named.isOpen() && claimed.add(named.id())).orElse(true);
  }

  private Optional<FollowUp> named(Command command) {
    return Optional.ofNullable(command.completes().followUp())
        .map(locked::get)
        .filter(found -> found.clientId().equals(known.facts(command).clientId()));
  }

  /** Completes what a call that was added keeps, and makes what was promised in it. */
  CallFollowUps keep(Command command, Call call, Instant now) {
    Caller caller = command.caller();
    FollowUp named = named(command).orElse(null);
    List<FollowUp> completed =
        locked.values().stream()
            .filter(found -> found.equals(named) || isDue(found, command, call))
            .toList();
    completed.forEach(found -> complete(found, call, caller, now));
    Promise promise = command.followUp();
    FollowUpId promised = promise == null ? null : make(promise, call, caller, now);
    return new CallFollowUps(promised, completed.stream().map(FollowUp::id).toList());
  }

  private boolean isDue(FollowUp found, Command command, Call call) {
    return command.completes().due() && found.isKeptBy(call) && !claimed.contains(found.id());
  }

  private FollowUpId make(Promise promise, Call call, Caller caller, Instant now) {
    var id = new FollowUpId(ids.next(now));
    var details = FollowUpDetails.open(call.officerId(), promise.dueAt(), promise.note());
    FollowUp followUp =
        FollowUp.promise(
            id,
            Objects.requireNonNull(call.facts().clientId()),
            call.region(),
            details,
            call.id(),
            caller.actor(),
            now);
    made.add(new NewFollowUp(followUp, null));
    trail.record(FollowUpCreation.entry(followUp, caller, now));
    return id;
  }

  private void complete(FollowUp followUp, Call call, Caller caller, Instant now) {
    FollowUp completed = followUps.update(followUp.completeBy(call, now));
    locked.put(completed.id(), completed);
    trail.record(
        done(
            now,
            caller,
            FOLLOW_UP_COMPLETED,
            Subject.of(followUp, completed),
            FieldChanges.between(followUp.details(), completed.details())));
  }

  /** Stores the follow-ups that were made. */
  void add() {
    if (!made.isEmpty()) {
      followUps.addAbsent(made);
    }
  }
}
