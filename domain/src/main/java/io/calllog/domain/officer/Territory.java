package io.calllog.domain.officer;

import io.calllog.domain.shared.RegionPath;
import java.util.Comparator;
import java.util.List;

/**
 * The regions that an officer is responsible for, and all regions below them. May be empty.
 *
 * @param roots in order of their paths. None of them is {@link RegionPath#UNASSIGNED}, and none is
 *     in or below another, so two territories with the same regions are equal
 */
public record Territory(List<RegionPath> roots) {

  /** No region. */
  public static final Territory NONE = new Territory(List.of());

  /** Removes duplicates, regions below another one, and {@link RegionPath#UNASSIGNED}. */
  public Territory {
    roots = highest(roots.stream().filter(RegionPath::isTerritory).toList());
  }

  /** Returns a region and all regions below it; {@link #NONE} if it is the one of new accounts. */
  public static Territory of(RegionPath... roots) {
    return new Territory(List.of(roots));
  }

  /** Returns whether there is no region. */
  public boolean isEmpty() {
    return roots.isEmpty();
  }

  /** Returns whether the region is one of these or below one of them. */
  public boolean contains(RegionPath region) {
    for (RegionPath root : roots) {
      if (root.contains(region)) {
        return true;
      }
    }
    return false;
  }

  private static List<RegionPath> highest(List<RegionPath> regions) {
    return regions.stream()
        .filter(region ->
            regions.stream().noneMatch(other -> !other.equals(region) && other.contains(region)))
        .distinct()
        .sorted(Comparator.comparing(RegionPath::path))
        .toList();
  }
}
