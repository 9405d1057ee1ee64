package io.calllog.api.monitoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The metrics and labels that an expression of PromQL uses.
 *
 * @param selectors the metrics with their matchers
 * @param groupings the labels by which it groups or joins
 */
record PromQl(List<Selector> selectors, Set<String> groupings) {

  /** A metric, and the value or pattern that it compares each label with. */
  record Selector(String metric, Map<String, Matcher> matchers) {}

  /**
   * The comparison of a label.
   *
   * @param operator {@code =}, {@code !=}, {@code =~} or {@code !~}
   */
  record Matcher(String operator, String value) {

    boolean excludes() {
      return operator.startsWith("!");
    }

    boolean selects(String actual) {
      return operator.endsWith("~") ? actual.matches(value) : actual.equals(value);
    }
  }

  private static final Pattern WITH_MATCHERS = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
  private static final Pattern MATCHER = Pattern.compile("(\\w+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
  private static final Pattern RANGE_OR_OFFSET = Pattern.compile("\\[[^]]*]|\\boffset\\s+\\w+");
  private static final Pattern BARE = Pattern.compile("\\b[a-zA-Z_:][\\w:]*\\b(?!\\s*\\()");
  private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool");

  static PromQl parse(String expression) {
    List<Selector> selectors = new ArrayList<>();
    Set<String> groupings = new TreeSet<>();
    String rest =
        WITH_MATCHERS
            .matcher(expression)
            .replaceAll(found -> {
              selectors.add(new Selector(found.group(1), matchers(found.group(2))));
              return "";
            });
    rest =
        GROUPING
            .matcher(rest)
            .replaceAll(found -> {
              groupings.addAll(List.of(found.group(1).split("\\s*,\\s*")));
              return "";
            });
    rest = RANGE_OR_OFFSET.matcher(rest).replaceAll("");
    BARE.matcher(rest)
        .results()
        .map(MatchResult::group)
        .filter(name -> !KEYWORDS.contains(name))
        .forEach(name -> selectors.add(new Selector(name, Map.of())));
    return new PromQl(selectors, groupings);
  }

  private static Map<String, Matcher> matchers(String text) {
    Map<String, Matcher> matchers = new HashMap<>();
    MATCHER
        .matcher(text)
        .results()
        .forEach(
            found -> matchers.put(found.group(1), new Matcher(found.group(2), found.group(3))));
    return matchers;
  }
}
