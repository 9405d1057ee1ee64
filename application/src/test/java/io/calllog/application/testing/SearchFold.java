package io.calllog.application.testing;

import io.calllog.application.shared.SearchText;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/** The search of the fakes. It folds text as the function search_fold of the database does. */
public final class SearchFold {

  private static final Pattern IGNORED =
      Pattern.compile(
          "[\\p{InCombining_Diacritical_Marks}\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670"
              + "\\p{Cf}\uFE00-\uFE0F\\p{Z}\\p{Pd}\u2212\"'`\u02B9-\u02BD\u2018-\u201F\u2032.,\u00B7\u30FB]");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile(
          "[\\p{Z}\t\n\r/\\\\|()\\[\\]{}<>:;!?\u00A1\u00BF\u2026\u00AB\u00BB\u3001\u3002&+*=#%@_~^$]+");

  private static final String LETTERS = "øłđðħıŧ";
  private static final String PLAIN_LETTERS = "olddhit";

  private SearchFold() {}

  /** Returns whether the fields contain all words. A text of punctuation only is in no field. */
  public static boolean matches(SearchText text, String fields) {
    String folded = folded(fields);
    return !folded(text.value()).isEmpty()
        && text.words().stream().allMatch(word -> folded.contains(folded(word)));
  }

  /**
   * Returns whether each word begins a word of the field, as the functions search_words and
   * search_query of the database do.
   */
  public static boolean beginsWords(SearchText text, String field) {
    List<String> words = words(field);
    List<String> wanted = words(text.value());
    return !wanted.isEmpty()
        && wanted.stream().allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
  }

  private static List<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text)
        .map(SearchFold::folded)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String folded(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return Ordering.folded(IGNORED.matcher(decomposed).replaceAll(""))
        .codePoints()
        .map(c -> LETTERS.indexOf(c) < 0 ? c : PLAIN_LETTERS.charAt(LETTERS.indexOf(c)))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .replace("æ", "ae")
        .replace("œ", "oe")
        .replace("þ", "th");
  }
}
