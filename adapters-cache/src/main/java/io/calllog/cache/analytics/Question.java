package io.calllog.cache.analytics;

import static java.util.stream.Collectors.joining;

import io.calllog.application.analytics.view.FiguresFilter;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Region;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was asked and how much the one who asked may see, as text. Two texts are equal only if the
 * answers are: nothing is hashed, what people typed is in quotes, and records are taken apart by
 * patterns, so that a component that is added to one does not compile until it is here too.
 */
final class Question {

  private Question() {}

  static String of(FiguresFilter filter, Visibility visibility) {
    return text(filter) + ";sees=" + text(visibility);
  }

  static String of(FiguresFilter filter, boolean compared, Visibility visibility) {
    return of(filter, visibility) + ";compared=" + compared;
  }

  static String of(FiguresFilter filter, Visibility visibility, Paging<ByName> paging) {
    return of(filter, visibility) + ";" + text(paging);
  }

  private static String text(FiguresFilter filter) {
    return switch (filter) {
      case FiguresFilter(DayRange(var from, var to), var region, var officers) ->
          "from=" + from + ";to=" + to + ";region=" + text(region) + ";officers=" + text(officers);
    };
  }

  private static String text(Visibility visibility) {
    return switch (visibility) {
      case Visibility.Everything() -> "everything";
      case Visibility.Territory(var root) -> "territory(" + text(root) + ")";
      case Visibility.Own(var officer) -> "own(" + text(officer) + ")";
      case Visibility.TerritoryAndOwn(var root, var officer) ->
          "territory(" + text(root) + ")+own(" + text(officer) + ")";
    };
  }

  private static String text(Paging<ByName> paging) {
    return switch (paging) {
      case Paging<ByName>(var limit, var after, var counted) ->
          "limit=" + limit + ";after=" + text(after) + ";counted=" + counted;
    };
  }

  private static String text(@Nullable ByName place) {
    return switch (place) {
      case null -> "start";
      case ByName(var sortName, var id) -> "(" + quoted(sortName) + "," + id + ")";
    };
  }

  private static String text(@Nullable Region region) {
    return switch (region) {
      case null -> "any";
      case Region(var path) -> quoted(path);
    };
  }

  private static String text(Set<OfficerId> officers) {
    return officers.stream().map(Question::text).sorted().collect(joining(",", "[", "]"));
  }

  private static String text(OfficerId officer) {
    return switch (officer) {
      case OfficerId(var value) -> value.toString();
    };
  }

  /** In ASCII, so that no encoding can make two texts one. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
