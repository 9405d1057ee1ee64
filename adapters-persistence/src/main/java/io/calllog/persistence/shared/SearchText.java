package io.calllog.persistence.shared;

/** What somebody searches for, as a pattern of LIKE. */
public final class SearchText {

  /**
   * A pattern for a column of case-folded text; its value is a {@link #literal}. The collation of
   * the result is that of the columns, which lets their index be used.
   */
  public static final String FOLDED =
      "('%' || casefold(? COLLATE pg_unicode_fast) || '%') COLLATE \"C\"";

  private SearchText() {}

  /** The text with the signs escaped that LIKE gives a meaning to. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** A pattern of all that contains the text. */
  public static String containing(String text) {
    return "%" + literal(text) + "%";
  }
}
