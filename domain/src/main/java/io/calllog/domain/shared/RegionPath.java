package io.calllog.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The path of a region in the tree of the organisation, such as {@code EMEA/UK/London}. The empty
 * path is the root, which contains all others. Paths are case-sensitive. {@code unassigned} is the
 * region of new accounts. It is not a territory: officers in it cannot see each other.
 *
 * @param path 0 to 6 segments of 1 to 40 letters, digits, spaces, {@code -}, {@code _} or {@code .}
 *     joined by {@code /}; at most 200 characters
 */
public record RegionPath(String path) {

  private static final String SEGMENT = "[\\p{L}\\p{M}\\p{N} ._-]{1,40}";
  private static final Pattern PATH = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,5}");

  /** The root of the tree. */
  public static final RegionPath ROOT = new RegionPath("");

  /** The region of accounts that were not assigned to one yet. */
  public static final RegionPath UNASSIGNED = new RegionPath("unassigned");

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 200;

  /** Throws {@link InvalidInput} if the path is malformed. */
  public RegionPath {
    if (!path.isEmpty()) { // blanks are an error, not the root
      path = TextRules.line("region", path, MAX_LENGTH);
      if (!PATH.matcher(path).matches()) {
        throw new InvalidInput(
            "region",
            "malformed",
            "must be 1 to 6 segments of 1 to 40 letters, digits, spaces, '-', '_' or '.', joined by"
                + " '/'");
      }
    }
  }

  /** Returns whether this is the root. */
  public boolean isRoot() {
    return path.isEmpty();
  }

  /** Returns whether officers here may see what is in or below it; false if unassigned. */
  public boolean isTerritory() {
    return !equals(UNASSIGNED);
  }

  /** Returns whether this is one of the regions that are always there and cannot be changed. */
  public boolean isFixed() {
    return isRoot() || equals(UNASSIGNED);
  }

  /** Returns the paths above this one, from the top, without the root. */
  public List<RegionPath> ancestors() {
    List<RegionPath> ancestors = new ArrayList<>();
    for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      ancestors.add(new RegionPath(path.substring(0, end)));
    }
    return ancestors;
  }

  /**
   * Returns the path of this region after a region that contains it was moved.
   *
   * @throws InvalidInput if the path becomes too long
   */
  public RegionPath moved(RegionPath from, RegionPath to) {
    String below = path.substring(from.path.length()); // empty, or starts with a slash
    return new RegionPath(to.isRoot() && !below.isEmpty() ? below.substring(1) : to.path + below);
  }

  /** Returns whether the other region is this one or below it. */
  public boolean contains(RegionPath other) {
    return isRoot() || other.path.equals(path) || other.path.startsWith(path + "/");
  }
}
