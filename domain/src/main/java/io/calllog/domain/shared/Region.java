package io.calllog.domain.shared;

import java.util.regex.Pattern;

/**
 * A place in the organisation's tree of territories, as a path such as {@code EMEA/UK/London}. The
 * empty path is the root, which holds everything. Paths are compared exactly. {@code unassigned} is
 * where new accounts wait: it is no territory, and its people oversee nobody.
 *
 * @param path 0 to 6 segments of 1 to 40 letters, digits, spaces, {@code -}, {@code _} or {@code .}
 *     joined by {@code /}; at most 200 characters
 */
public record Region(String path) {

  private static final String SEGMENT = "[\\p{L}\\p{M}\\p{N} ._-]{1,40}";
  private static final Pattern PATH = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,5}");

  /** The whole organisation. */
  public static final Region ROOT = new Region("");

  /** Where nobody has been placed yet. */
  public static final Region UNASSIGNED = new Region("unassigned");

  /** The most characters that a path may have. */
  public static final int MAX_LENGTH = 200;

  /** Normalises the path and refuses what is none with {@link InvalidInput}. */
  public Region {
    if (!path.isEmpty()) { // blanks are a slip, not the root
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

  /** Whether this is the root of the tree. */
  public boolean isRoot() {
    return path.isEmpty();
  }

  /** Whether somebody placed here oversees what lies at or below it; not so for the unassigned. */
  public boolean isTerritory() {
    return !equals(UNASSIGNED);
  }

  /** Whether the other region is this one or lies below it. */
  public boolean contains(Region other) {
    return isRoot() || other.path.equals(path) || other.path.startsWith(path + "/");
  }
}
