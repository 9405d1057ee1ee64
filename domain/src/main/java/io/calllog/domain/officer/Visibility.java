package io.calllog.domain.officer;

import io.calllog.domain.shared.RegionPath;
import org.jspecify.annotations.Nullable;

/** The visible part of a kind of objects. {@link Actor} provides it; every read takes it. */
public sealed interface Visibility {

  /** Everything is visible. */
  Visibility EVERYTHING = new Everything();

  /** Returns whether an object with this region and this owner, if any, is visible. */
  boolean covers(RegionPath region, @Nullable OfficerId owner);

  /** Everything is visible. */
  record Everything() implements Visibility {
    @Override
    public boolean covers(RegionPath region, @Nullable OfficerId owner) {
      return true;
    }
  }

  /**
   * Objects in the territory and objects of one owner are visible.
   *
   * @param owner null if only the territory is visible
   */
  record Part(Territory territory, @Nullable OfficerId owner) implements Visibility {
    @Override
    public boolean covers(RegionPath region, @Nullable OfficerId owner) {
      return territory.contains(region) || (owner != null && owner.equals(this.owner));
    }
  }

  /** Returns the visibility of everything in a territory. */
  static Visibility of(Territory territory) {
    return new Part(territory, null);
  }

  /** Returns the visibility of what an officer owns. */
  static Visibility ownedBy(OfficerId owner) {
    return new Part(Territory.NONE, owner);
  }
}
