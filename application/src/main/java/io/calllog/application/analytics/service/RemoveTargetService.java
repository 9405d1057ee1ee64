package io.calllog.application.analytics.service;

import static io.calllog.application.audit.AuditAction.TARGET_REMOVED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.analytics.port.in.RemoveTarget;
import io.calllog.application.analytics.port.out.TargetRepository;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.shared.NotFound;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveTargetService implements RemoveTarget {

  private final TargetRepository targets;
  private final VisibleSubject visible;
  private final AuditTrail trail;
  private final InstantSource clock;

  RemoveTargetService(
      TargetRepository targets,
      OfficerViews officers,
      RegionViews regions,
      AuditTrail trail,
      InstantSource clock) {
    this.targets = targets;
    this.visible = new VisibleSubject(officers, regions);
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Subject subject = visible.requireLed(command.subject(), command.caller().actor());
    Target target =
        targets.findForUpdate(command.subject()).orElseThrow(() -> new NotFound("target"));
    command.expected().require(target.version());
    targets.remove(target);
    trail.record(done(clock.instant(), command.caller(), TARGET_REMOVED, subject));
  }
}
