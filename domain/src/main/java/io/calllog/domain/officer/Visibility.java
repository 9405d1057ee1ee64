package io.calllog.domain.officer;

import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/** The visible part of a kind of objects. {@link Actor} provides it; every read takes it. */
public sealed interface Visibility {

  /** Everything is visible. */
  Visibility EVERYTHING = new Everything();

  /** Returns whether an object with this region and this owner, if any, is visible. */
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
