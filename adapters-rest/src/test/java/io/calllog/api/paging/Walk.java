package io.calllog.api.paging;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads all pages of a list. */
final class Walk {

  private static final int MOST_PAGES = 1_000;

  private Walk() {}

  /**
   * Follows the cursors.
   *
   * @param list the address of the list, with at least one parameter
   * @param afterEach is shown each page before the next one is asked for
   */
  static List<JsonNode> byCursor(Api api, String list, Consumer<Answer> afterEach) {
    List<JsonNode> items = new ArrayList<>();
    String path = list;
    for (int page = 0; page < MOST_PAGES; page++) {
      Answer answer = api.get(path).expect(200);
      answer.at("/items").forEach(items::add);
      if (answer.at("/nextCursor").isNull()) {
        return items;
      }
      afterEach.accept(answer);
      path = list + "&cursor=" + answer.text("/nextCursor");
    }
    throw new AssertionError(list + " never ends");
  }

  /** Follows the links of the {@code Link} headers (RFC 8288). */
  static List<JsonNode> byLink(Api api, String list) {
    List<JsonNode> items = new ArrayList<>();
    String path = list;
    for (int page = 0; page < MOST_PAGES; page++) {
      Answer answer = api.get(path).expect(200);
      answer.at("/items").forEach(items::add);
      String link = answer.header("Link");
      if (link.isEmpty()) {
        return items;
      }
      path = target(link);
    }
    throw new AssertionError(list + " never ends");
  }

  static String target(String link) {
    if (!link.matches("<[^>]+>; rel=\"next\"")) {
      throw new AssertionError("No link to a next page: " + link);
    }
    return link.substring(1, link.indexOf('>'));
  }

  static List<String> ids(List<JsonNode> items) {
    return items.stream().map(item -> item.path("id").asString()).toList();
  }
}
