package io.calllog.application.followup;

import static io.calllog.application.audit.AuditAction.FOLLOW_UP_CREATED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.client.port.out.ClientViews;
import io.calllog.application.followup.port.in.CreateFollowUp;
import io.calllog.application.followup.port.in.CreateFollowUp.Command;
import io.calllog.application.followup.port.in.CreateFollowUp.Result;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpRepository.NewFollowUp;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Sha256;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules for creating follow-ups. */
public final class FollowUpCreation {

  private final FollowUpRepository followUps;
  private final FollowUpViews views;
  private final OfficerViews officers;
  private final ClientViews clients;
  private final AuditTrail trail;
  private final IdSource ids;
  private final InstantSource clock;

  /** Creates the rules on these ports. */
  public FollowUpCreation(
      FollowUpRepository followUps,
      FollowUpViews views,
      OfficerViews officers,
      ClientViews clients,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.followUps = followUps;
    this.views = views;
    this.officers = officers;
    this.clients = clients;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  /** Creates a follow-up in the current transaction: see {@link CreateFollowUp#create}. */
  public Result create(Command command) {
    var details = FollowUpDetails.open(command.officer(), command.dueAt(), command.note());
    Instant now = clock.instant();
    FollowUpId id = command.id();
    if (id == null) {
      return add(command, new FollowUpId(ids.next(now)), details, null, now)
          .orElseThrow(FollowUpCreation::idTaken);
    }
    id.requireChoosable();
    String fingerprint = fingerprint(command, details);
    Optional<Result> before = repeated(id, fingerprint, command.caller().actor());
    return before
        .or(() -> add(command, id, details, fingerprint, now))
        .or(() -> repeated(id, fingerprint, command.caller().actor())) // at the same time
        .orElseThrow(FollowUpCreation::idTaken);
  }

  /** Returns nothing if the id was used before. */
  private Optional<Result> add(
      Command command,
      FollowUpId id,
      FollowUpDetails details,
      @Nullable String fingerprint,
      Instant now) {
    Actor actor = command.caller().actor();
    Optional<OfficerView> officer = officers.find(details.officerId(), actor.seesOfficers());
    Optional<Client> client =
        clients
            .find(command.clientId(), actor.seesClients())
            .or(() -> clients.findMergedInto(command.clientId(), actor.seesClients()));
    if (officer.isEmpty() || client.isEmpty()) {
      throw unknown(officer.isEmpty(), client.isEmpty());
    }
    FollowUp followUp =
        FollowUp.promise(
            id, client.get().id(), officer.get().details().region(), details, null, actor, now);
    if (followUps.addAbsent(List.of(new NewFollowUp(followUp, fingerprint))).isEmpty()) {
      return Optional.empty();
    }
    trail.record(entry(followUp, command.caller(), now));
    var view =
        new FollowUpView(
            followUp,
            officer.get().details().name().value(),
            client.get().details().name().value());
    return Optional.of(new Result(view, false));
  }

  /** Returns the entry of the audit trail for a new follow-up. */
  public static AuditEntry entry(FollowUp followUp, Caller caller, Instant now) {
    List<FieldChange> changes = new ArrayList<>();
    changes.add(FieldChange.of("clientId", null, followUp.clientId()));
    changes.addAll(FieldChanges.between(null, followUp.details()));
    return done(now, caller, FOLLOW_UP_CREATED, Subject.of(followUp, followUp), changes);
  }

  private static InvalidInput unknown(boolean officer, boolean client) {
    List<Violation> violations = new ArrayList<>();
    if (officer) {
      violations.add(
          new Violation("officerId", "unknown-reference", "must be an officer you can see"));
    }
    if (client) {
      violations.add(
          new Violation("clientId", "unknown-reference", "must be a client you can see"));
    }
    return new InvalidInput(violations);
  }

  /** Returns nothing if the id was not used before. */
  private Optional<Result> repeated(FollowUpId id, String fingerprint, Actor actor) {
    return followUps
        .findUsedId(id)
        .map(used -> {
          if (!fingerprint.equals(used.fingerprint())) {
            throw idTaken();
          }
          if (used.deleted()) {
            throw new Conflict(
                "follow-up-deleted", "This follow-up was created before and has been deleted.");
          }
          FollowUpView current =
              views
                  .find(id, actor.seesCalls(), actor.seesClients())
                  .orElseThrow(FollowUpCreation::idTaken);
          return new Result(current, true);
        });
  }

  /** The note is last, so that it cannot imitate another value. */
  private static String fingerprint(Command command, FollowUpDetails details) {
    String note = details.note() == null ? "" : details.note().value();
    return Sha256.hex(
        String.join(
            " ",
            command.clientId().toString(),
            details.officerId().toString(),
            details.dueAt().toString(),
            note));
  }

  private static Conflict idTaken() {
    return new Conflict("follow-up-id-taken", "This id has already been used by another request.");
  }
}
