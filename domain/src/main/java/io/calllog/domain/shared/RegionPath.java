package io.calllog.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The path of a region in the tree of the organisation, such as {@code EMEA/UK/London}. The empty
 * path is the root, which contains all others. Paths are case-sensitive, but no two regions have
 * paths that differ only in case or white space: compare {@link #key()}. {@code unassigned} is the
 * region of new accounts. It is not a territory: officers in it cannot see each other.
 *
 * @param path 0 to 6 segments of 1 to 40 letters, digits, spaces and ordinary punctuation, joined
 *     by {@code /}; at most 200 characters. White space around segments is removed, other white
 *     space becomes one space
 */
public record RegionPath(String path) {

  private static final String SEGMENT =
      "[\\p{L}\\p{M}\\p{N} ._,&()'\u2018\u2019+#!\u00B7\u2010-\u2014-]{1,40}";
  private static final Pattern PATH = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,5}");
  private static final Pattern SPACES = Pattern.compile("(?U)\\h+");

  /** The root of the tree. */
  public static final RegionPath ROOT = new RegionPath("");

  /** The region of accounts that were not assigned to one yet. */
  public static final RegionPath UNASSIGNED = new RegionPath("unassigned");

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 200;

  /** Throws {@link InvalidInput} if the path is malformed. */
  public RegionPath {
    if (!path.isEmpty()) { // blanks are an error, not the root
      path = TextRules.identifier("region", tidied(path), MAX_LENGTH);
      if (!PATH.matcher(path).matches()) {
        throw new InvalidInput(
            "region",
            "malformed",
            "must be 1 to 6 segments of 1 to 40 letters, digits, spaces or any of . , & ( ) ' - _ +"
                + " # !, joined by '/'");
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

  /** Returns the path without case and spaces, for comparison. */
  public String key() {
    return path.replace(" ", "").toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /** Returns whether the other region is this one or below it. */
  public boolean contains(RegionPath other) {
    return isRoot() || other.path.equals(path) || other.path.startsWith(path + "/");
  }

  private static String tidied(String path) {
    if (path.length() > 4 * MAX_LENGTH) {
      return path; // refused as too long, also if it consists of white space
    }
    String visible = InvisibleCharacters.without(path); // they can stand between spaces
    return SPACES.matcher(visible).replaceAll(" ").replaceAll(" ?/ ?", "/");
  }
}
