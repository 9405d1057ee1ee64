package io.calllog.domain.shared;

import java.util.regex.Pattern;

/**
 * A node in the tree of territories of the organisation, as a path such as {@code EMEA/UK/London}.
 * The empty path is the root, which contains all others. Paths are case-sensitive. {@code
 * unassigned} is the region of new accounts. It is not a territory: officers in it cannot see each
 * other.
 *
 * @param path 0 to 6 segments of 1 to 40 letters, digits, spaces, {@code -}, {@code _} or {@code .}
 *     joined by {@code /}; at most 200 characters
 */
public record Region(String path) {

  private static final String SEGMENT = "[\\p{L}\\p{M}\\p{N} ._-]{1,40}";
  private static final Pattern PATH = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,5}");

  /** The root of the tree. */
  public static final Region ROOT = new Region("");

  /** The region of accounts that were not assigned to one yet. */
  public static final Region UNASSIGNED = new Region("unassigned");

  /** The maximum number of characters. */
  public static final int MAX_LENGTH = 200;

  /** Throws {@link InvalidInput} if the path is malformed. */
  public Region {
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

  /** Returns whether the other region is this one or below it. */
  public boolean contains(Region other) {
    return isRoot() || other.path.equals(path) || other.path.startsWith(path + "/");
  }
}
