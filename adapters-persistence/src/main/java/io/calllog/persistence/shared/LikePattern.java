package io.calllog.persistence.shared;

/** Builds LIKE patterns for a search. */
public final class LikePattern {

  /**
   * A pattern for a column of case-folded text. Its parameter is a {@link #literal}. The pattern
   * has the collation of the columns, so that PostgreSQL can use their index.
   */
  public static final String FOLDED =
      "('%' || casefold(? COLLATE pg_unicode_fast) || '%') COLLATE \"C\"";

  private LikePattern() {}

  /** Escapes the special characters of LIKE. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  /** A pattern that matches every text that contains this text. */
  public static String containing(String text) {
    return "%" + literal(text) + "%";
  }
}
