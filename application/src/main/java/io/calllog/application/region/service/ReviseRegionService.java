package io.calllog.application.region.service;

import static io.calllog.application.audit.AuditAction.REGION_CHANGED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.region.port.in.ReviseRegion;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.region.Region;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class ReviseRegionService implements ReviseRegion {

  private final RegionRepository regions;
  private final RegionViews views;
  private final NewRegions newRegions;
  private final AuditTrail trail;
  private final InstantSource clock;

  ReviseRegionService(
      RegionRepository regions,
      RegionViews views,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.regions = regions;
    this.views = views;
    this.newRegions = new NewRegions(regions, trail, ids);
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public RegionView revise(Command command) {
    Actor actor = command.caller().actor();
    VisibleRegion.require(regions.find(command.id()), actor);
    actor.requireAdmin(); // before the lock, for which others would wait
    regions.lock();
    Region region = VisibleRegion.require(regions.find(command.id()), actor);
    command.expected().require(region.version());
    Instant now = clock.instant();
    Region revised = region.revise(command.changes(), regions.pathsBelow(region.path()), now);
    if (!revised.equals(region)) {
      move(region, revised, command, now);
    }
    return views.find(region.id(), actor.seesRegions()).orElseThrow(VisibleRegion::notFound);
  }

  private void move(Region region, Region revised, Command command, Instant now) {
    RegionPath target = revised.path();
    newRegions.requireFree(target, region.id());
    newRegions.addAncestors(target, command.caller(), now);
    regions.move(revised, region.path());
    var changes = FieldChanges.between(region.details(), revised.details());
    trail.record(done(now, command.caller(), REGION_CHANGED, Subject.of(region), changes));
  }
}
