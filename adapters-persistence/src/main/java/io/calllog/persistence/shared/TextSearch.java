package io.calllog.persistence.shared;

import io.calllog.application.shared.SearchText;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Conditions on the column {@code search_text}, which contains folded text. */
public final class TextSearch {

  /**
   * Characters that are special in a pattern are escaped after folding, which turns a full-width
   * percent sign into an ordinary one. The pattern has the collation of the column, so that
   * PostgreSQL can use the index.
   */
  private static final String CONTAINS =
      ".search_text LIKE ('%' || regexp_replace(search_fold(?), '([\\\\%_])', '\\\\\\1', 'g') || '%')"
          + " COLLATE \"C\"";

  private TextSearch() {}

  /** Requires that the row contains all words of the text. */
  public static Conditions words(Conditions conditions, String table, SearchText text) {
    return add(conditions, table, text, List.of());
  }

  /** Requires that the row contains all words of the text, or one of its parts of phone numbers. */
  public static Conditions wordsOrPhone(Conditions conditions, String table, SearchText text) {
    return add(conditions, table, text, text.phoneParts());
  }

  private static Conditions add(
      Conditions conditions, String table, SearchText text, List<String> alternatives) {
    List<String> words = text.words();
    String contains = table + CONTAINS;
    String all = String.join(" AND ", Collections.nCopies(words.size(), contains));
    // A text of punctuation only, such as a hyphen, is empty when folded. It would be in every row.
    return conditions
        .and("search_fold(?) <> ''", text.value())
        .and(
            all + (" OR " + contains).repeat(alternatives.size()),
            Stream.concat(words.stream(), alternatives.stream()).toArray());
  }
}
