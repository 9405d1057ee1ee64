package io.calllog.domain.officer;

import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * How much of something an actor may know of, as one value. Comes from the {@link Actor}; every
 * read takes one and leaves out the rest, so that nobody learns of what is not theirs to know.
 */
public sealed interface Visibility {

  /** Sees everything. */
  Visibility EVERYTHING = new Everything();

  /**
   * Whether a thing can be seen.
   *
   * @param region where it belongs
   * @param owner whose it is, null for nobody's
   */
  boolean covers(Region region, @Nullable OfficerId owner);

  /** No limits. */
  record Everything() implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return true;
    }
  }

  /**
   * What belongs at or below a region.
   *
   * @param root the top of the subtree
   */
  record Territory(Region root) implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return root.contains(region);
    }
  }

  /**
   * What is an officer's own.
   *
   * @param officer whose things these are
   */
  record Own(OfficerId officer) implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return officer.equals(owner);
    }
  }

  /**
   * What belongs at or below a region, and what is an officer's own wherever it belongs.
   *
   * @param root the top of the subtree
   * @param officer whose things are seen too
   */
  record TerritoryAndOwn(Region root, OfficerId officer) implements Visibility {
    @Override
    public boolean covers(Region region, @Nullable OfficerId owner) {
      return root.contains(region) || officer.equals(owner);
    }
  }
}
