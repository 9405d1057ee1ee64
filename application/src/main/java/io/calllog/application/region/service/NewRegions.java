package io.calllog.application.region.service;

import static io.calllog.application.audit.AuditAction.REGION_CREATED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;

/** Adds regions to the locked tree. Thread-safe. */
final class NewRegions {

  private final RegionRepository regions;
  private final AuditTrail trail;
  private final IdSource ids;

  NewRegions(RegionRepository regions, AuditTrail trail, IdSource ids) {
    this.regions = regions;
    this.trail = trail;
    this.ids = ids;
  }

  /** Throws {@link Conflict} if there is a region with this path. */
  void requireFree(RegionPath path) {
    if (regions.exists(path)) {
      throw new Conflict("region-exists", "There is a region with this path already.");
    }
  }

  /** Adds the regions above a path that do not exist. */
  void addAncestors(RegionPath path, Caller caller, Instant now) {
    for (RegionPath ancestor : path.ancestors()) {
      if (!regions.exists(ancestor)) {
        add(new RegionDetails(ancestor), caller, now);
      }
    }
  }

  /** Adds a region. */
  Region add(RegionDetails details, Caller caller, Instant now) {
    Region region = Region.create(new RegionId(ids.next(now)), details, now);
    regions.add(region);
    var changes = FieldChanges.between(null, details);
    trail.record(done(now, caller, REGION_CREATED, Subject.of(region), changes));
    return region;
  }
}
