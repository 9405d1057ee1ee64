package io.calllog.application.region.service;

import static io.calllog.application.audit.AuditAction.REGION_DELETED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.region.port.in.RemoveRegion;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.region.Region;
import io.calllog.domain.shared.Conflict;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class RemoveRegionService implements RemoveRegion {

  private final RegionRepository regions;
  private final AuditTrail trail;
  private final InstantSource clock;

  RemoveRegionService(RegionRepository regions, AuditTrail trail, InstantSource clock) {
    this.regions = regions;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void remove(Command command) {
    Actor actor = command.caller().actor();
    VisibleRegion.require(regions.find(command.id()), actor);
    actor.requireAdmin(); // before the lock, for which others would wait
    regions.lock();
    Region region = VisibleRegion.require(regions.find(command.id()), actor);
    command.expected().require(region.version());
    if (region.path().isFixed() || regions.lockAndCheckInUse(region.path())) {
      throw new Conflict(
          "region-in-use",
          "Officers, clients or keys are in this region or below it, or a manager leads it.");
    }
    Instant now = clock.instant();
    regions.remove(region, now);
    trail.record(done(now, command.caller(), REGION_DELETED, Subject.of(region)));
  }
}
