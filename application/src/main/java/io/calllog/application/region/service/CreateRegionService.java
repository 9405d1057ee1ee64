package io.calllog.application.region.service;

import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.region.port.in.CreateRegion;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class CreateRegionService implements CreateRegion {

  private final RegionRepository regions;
  private final NewRegions newRegions;
  private final InstantSource clock;

  CreateRegionService(
      RegionRepository regions, AuditTrail trail, IdSource ids, InstantSource clock) {
    this.regions = regions;
    this.newRegions = new NewRegions(regions, trail, ids);
    this.clock = clock;
  }

  @Override
  public RegionView create(Command command) {
    command.caller().actor().requireAdmin();
    regions.lock();
    RegionPath path = command.details().path();
    newRegions.requireFree(path);
    Instant now = clock.instant();
    newRegions.addAncestors(path, command.caller(), now);
    return new RegionView(newRegions.add(command.details(), command.caller(), now), 0, 0);
  }
}
