package io.calllog.application.analytics.service;

import static io.calllog.application.audit.AuditAction.TARGET_SET;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.analytics.port.in.SetTarget;
import io.calllog.application.analytics.port.out.TargetRepository;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.VersionMismatch;
import io.calllog.domain.analytics.Target;
import io.calllog.domain.analytics.TargetDetails;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@UseCase(TxMode.WRITE)
final class SetTargetService implements SetTarget {

  private final TargetRepository targets;
  private final VisibleSubject visible;
  private final AuditTrail trail;
  private final InstantSource clock;

  SetTargetService(
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
  public Target set(Command command) {
    Subject subject = visible.requireLed(command.subject(), command.caller().actor());
    Optional<Target> found = targets.findForUpdate(command.subject());
    Instant now = clock.instant();
    if (found.isEmpty()) {
      if (command.expected().versions() != null) {
        throw new VersionMismatch();
      }
      Target target = Target.create(command.subject(), command.details(), now);
      targets.add(target);
      record(command, subject, null, now);
      return target;
    }
    Target target = found.get();
    command.expected().require(target.version());
    Target revised = target.revise(command.details(), now);
    if (revised.equals(target)) {
      return target;
    }
    record(command, subject, target.details(), now);
    return targets.update(revised);
  }

  private void record(
      Command command, Subject subject, @Nullable TargetDetails former, Instant now) {
    var changes = FieldChanges.between(former, command.details());
    trail.record(done(now, command.caller(), TARGET_SET, subject, changes));
  }
}
