package io.calllog.application.followup.service;

import static io.calllog.application.audit.AuditAction.FOLLOW_UP_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.followup.port.in.ReviseFollowUp;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.WRITE)
final class ReviseFollowUpService implements ReviseFollowUp {

  private final FollowUpRepository followUps;
  private final FollowUpViews views;
  private final OfficerViews officers;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseFollowUpService(
      FollowUpRepository followUps,
      FollowUpViews views,
      OfficerViews officers,
      AuditTrail trail,
      InstantSource clock) {
    this.followUps = followUps;
    this.views = views;
    this.officers = officers;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public FollowUpView revise(Command command) {
    Actor actor = command.caller().actor();
    FollowUp current = VisibleFollowUp.view(views, command.id(), actor).followUp();
    current.requireChangeableBy(actor);
    holdNewOfficer(command, current);
    FollowUp followUp = VisibleFollowUp.lock(followUps, command.id(), views, actor);
    followUp.requireChangeableBy(actor);
    FollowUpDetails details = command.changes().apply(followUp.details());
    boolean given = !details.officerId().equals(followUp.details().officerId());
    RegionPath region = given ? regionOf(details.officerId(), actor) : followUp.region();
    if (given) {
      followUp.requireGivableBy(actor, region);
    }
    command.expected().require(followUp.version());
    if (region == null) {
      throw new InvalidInput("officerId", "unknown-reference", "must be an officer you can see");
    }
    // The fields that this change sets, and that another change has set since the first read.
    Set<String> lost = changes(current.details(), followUp.details());
    lost.retainAll(changes(current.details(), command.changes().apply(current.details())));
    if (!lost.isEmpty()) {
      followUp.requireOpen();
      throw Conflict.lostRace();
    }
    Instant now = clock.instant();
    FollowUp revised = followUp.revise(details, region, actor, now);
    if (!revised.equals(followUp)) {
      followUps.update(revised);
      trail.record(
          done(
              now,
              command.caller(),
              FOLLOW_UP_CHANGED,
              Subject.of(followUp, revised),
              FieldChanges.between(followUp.details(), revised.details())));
    }
    return VisibleFollowUp.view(views, command.id(), actor);
  }

  /** Locks the officer before the follow-up, as others do. */
  private void holdNewOfficer(Command command, FollowUp current) {
    OfficerId officer = command.changes().apply(current.details()).officerId();
    if (!officer.equals(current.details().officerId())) {
      followUps.hold(Set.of(officer), Set.of());
    }
  }

  private static Set<String> changes(FollowUpDetails from, FollowUpDetails to) {
    return FieldChanges.between(from, to).stream()
        .map(FieldChange::field)
        .collect(Collectors.toSet());
  }

  private @Nullable RegionPath regionOf(OfficerId officer, Actor actor) {
    return officers
        .find(officer, actor.seesOfficers())
        .map(found -> found.details().region())
        .orElse(null);
  }
}
