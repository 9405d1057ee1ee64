package io.calllog.application.followup.service;

import static io.calllog.application.audit.AuditAction.FOLLOW_UP_DELETED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.followup.port.in.RemoveFollowUp;
import io.calllog.application.followup.port.out.FollowUpRepository;
import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Actor;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveFollowUpService implements RemoveFollowUp {

  private final FollowUpRepository followUps;
  private final FollowUpViews views;
  private final AuditTrail trail;
  private final InstantSource clock;

  RemoveFollowUpService(
      FollowUpRepository followUps, FollowUpViews views, AuditTrail trail, InstantSource clock) {
    this.followUps = followUps;
    this.views = views;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Actor actor = command.caller().actor();
    FollowUp followUp = VisibleFollowUp.lock(followUps, command.id(), views, actor);
    followUp.requireChangeableBy(actor);
    command.expected().require(followUp.version());
    Instant now = clock.instant();
    followUps.remove(followUp, now);
    trail.record(done(now, command.caller(), FOLLOW_UP_DELETED, Subject.of(followUp, followUp)));
  }
}
