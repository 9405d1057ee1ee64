package io.calllog.api.monitoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A row of the tables in docs/monitoring.md.
 *
 * @param labels the values of each label that the document names
 */
record DocumentedMetric(String name, String type, Map<String, List<String>> labels) {

  static final Path DOCUMENT = Path.of("../docs/monitoring.md");

  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z0-9_]+)` \\| (counter|gauge|summary|histogram) \\|([^|]*)\\|.*");

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  static List<DocumentedMetric> all() {
    try {
      return Files.readString(DOCUMENT)
          .lines()
          .map(ROW::matcher)
          .filter(Matcher::matches)
          .map(row -> new DocumentedMetric(row.group(1), row.group(2), labels(row.group(3))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Labels are separated by semicolons. The values of each follow its name. */
  private static Map<String, List<String>> labels(String cell) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    Arrays.stream(cell.split(";"))
        .map(label -> CODE.matcher(label).results().map(MatchResult::group).toList())
        .filter(words -> !words.isEmpty())
        .map(words -> words.stream().map(word -> word.replace("`", "")).toList())
        .forEach(words -> labels.put(words.getFirst(), words.subList(1, words.size())));
    return labels;
  }

  /** The names of its time series in Prometheus. */
  List<String> seriesNames() {
    return switch (type) {
      case "summary" -> List.of(name + "_count", name + "_sum", name + "_max");
      case "histogram" -> List.of(name + "_bucket", name + "_count", name + "_sum", name + "_max");
      default -> List.of(name);
    };
  }
}
