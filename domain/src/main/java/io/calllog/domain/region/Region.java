package io.calllog.domain.region;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A region of the organisation. Officers and clients are placed in regions. Only administrators
 * change them; the application layer checks that. Immutable: each change returns a new instance.
 *
 * @param version the number of changes, for optimistic locking
 */
public record Region(
    RegionId id, RegionDetails details, Instant createdAt, Instant updatedAt, long version) {

  /** Creates a region. */
  public static Region create(RegionId id, RegionDetails details, Instant now) {
    return new Region(id, details, now, now, 0);
  }

  /** Returns the path of the region. */
  public RegionPath path() {
    return details.path();
  }

  /**
   * Returns the region after it was renamed or moved; this region if nothing changes. All regions
   * below it move with it.
   *
   * @param below the paths of all regions below this one
   * @throws InvalidInput if this is the root or {@code unassigned}, if the new path is below the
   *     old one, or if the path of a region below becomes too long
   */
  public Region revise(UnaryOperator<RegionDetails> changes, List<RegionPath> below, Instant now) {
    RegionDetails revised = changes.apply(details);
    if (revised.equals(details)) {
      return this;
    }
    if (path().isFixed()) {
      throw new InvalidInput("path", "fixed", "The root and 'unassigned' cannot be renamed.");
    }
    if (path().contains(revised.path())) {
      throw new InvalidInput("path", "below-itself", "must not be below the region itself");
    }
    requireFits(below, revised.path());
    return new Region(id, revised, createdAt, now, version);
  }

  private void requireFits(List<RegionPath> below, RegionPath target) {
    for (RegionPath other : below) {
      try {
        other.moved(path(), target);
      } catch (InvalidInput _) {
        throw new InvalidInput(
            "path", "too-long", "makes the path of '" + other.path() + "' too long");
      }
    }
  }
}
