package io.calllog.application.migration.service;

import static java.util.stream.Collectors.toMap;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.TextRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the regions that the texts of Node's rows name, and adds those that are missing. */
final class NodeRegions {

  private final RegionRepository regions;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final IdSource ids;
  private final InstantSource clock;

  NodeRegions(
      RegionRepository regions,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock) {
    this.regions = regions;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** Starts with the regions that the operator names for some of the texts. */
  Lookup lookup(Map<String, RegionPath> named) {
    return new Lookup(
        named.entrySet().stream()
            .collect(toMap(entry -> key(entry.getKey()), Map.Entry::getValue, (a, _) -> a)));
  }

  /** The regions of one import. */
  final class Lookup {

    private final Map<String, RegionPath> named;
    private final Map<RegionPath, RegionPath> known = new HashMap<>();

    private Lookup(Map<String, RegionPath> named) {
      this.named = named;
    }

    /** Returns the region, which exists; {@code unassigned} if the text names none. */
    RegionPath find(@Nullable String text, NodeRow row) {
      if (text == null || TextRules.isBlank(text)) {
        return RegionPath.UNASSIGNED;
      }
      RegionPath path = named.get(key(text));
      if (path == null) {
        try {
          path = new RegionPath(text);
        } catch (InvalidInput refusal) {
          row.leaveOut("region", NodeRow.reason(refusal), text);
          path = RegionPath.UNASSIGNED;
        }
      }
      return known.computeIfAbsent(path, wanted -> unitOfWork.write(() -> make(wanted)));
    }
  }

  /** Finds or adds the region and those above it. Case and spaces do not matter. */
  private RegionPath make(RegionPath wanted) {
    regions.lock();
    RegionPath found = RegionPath.ROOT;
    for (RegionPath each : Stream.concat(wanted.ancestors().stream(), Stream.of(wanted)).toList()) {
      String segment = each.path().substring(each.path().lastIndexOf('/') + 1);
      var path = new RegionPath(found.isRoot() ? segment : found.path() + "/" + segment);
      List<Region> similar = regions.findSimilar(path);
      found = similar.isEmpty() ? add(path) : similar.getFirst().path();
    }
    return found;
  }

  private RegionPath add(RegionPath path) {
    Instant now = clock.instant();
    Region region = Region.create(new RegionId(ids.next(now)), new RegionDetails(path), now);
    regions.add(region);
    var changes = FieldChanges.between(null, region.details());
    trail.record(AuditEntry.bySystem(now, AuditAction.REGION_CREATED, Subject.of(region), changes));
    return path;
  }

  private static String key(String text) {
    return TextRules.trimmed(text).toLowerCase(Locale.ROOT);
  }
}
