package io.calllog.persistence.shared;

import io.calllog.domain.officer.OfficerId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a statement may read, by the keys of their regions. A row must be in one of the
 * regions or belong to the owner; and it must be in a wanted region.
 *
 * @param regions the regions that are visible and wanted; null for all
 * @param owner null if only rows in the regions are visible
 * @param wanted the regions that a filter names; null for all
 */
public record Reach(
    @Nullable List<Integer> regions, @Nullable OfficerId owner, @Nullable List<Integer> wanted) {

  /** Whether only rows of the owner are visible. */
  public boolean ownOnly() {
    return owner != null && regions != null && regions.isEmpty();
  }
}
