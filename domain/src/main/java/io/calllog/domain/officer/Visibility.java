package io.calllog.domain.officer;

import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * The visible part of a kind of objects. The {@link Actor} provides it; every read takes it as a
 * parameter and leaves out the rest.
 */
public sealed interface Visibility {

  /** Everything is visible. */
  Visibility EVERYTHING = new Everything();

  /**
   * Returns whether an object is visible.
   *
   * @param region the region of the object
   * @param owner the owner of the object; null if it has none
   */
  boolean covers(Region region, @Nullable OfficerId owner);

  /** Everything is visible. */
  record Everything() implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return true;
    }
  }

  /** Objects in or below a region are visible. */
  record Territory(Region root) implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return root.contains(region);
    }
  }

  /** Objects owned by an officer are visible. */
  record Own(OfficerId officer) implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return officer.equals(owner);
    }
  }

  /** Objects in or below a region and objects owned by an officer are visible. */
  record TerritoryAndOwn(Region root, OfficerId officer) implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return root.contains(region) || officer.equals(owner);
    }
  }
}
