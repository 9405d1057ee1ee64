package io.calllog.api.monitoring;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The labels of each time series that Prometheus reads, by the name of the metric. */
record Scrape(Map<String, List<Map<String, String>>> series) {

  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  static Scrape parse(String text) {
    Map<String, List<Map<String, String>>> series = new TreeMap<>();
    for (String line : text.lines().filter(each -> !each.startsWith("#")).toList()) {
      var sample = LINE.matcher(line);
      if (!sample.matches()) {
        throw new IllegalArgumentException(line);
      }
      Map<String, String> labels = new HashMap<>();
      if (sample.group(2) != null) {
        LABEL.matcher(sample.group(2)).results().forEach(l -> labels.put(l.group(1), l.group(2)));
      }
      series.computeIfAbsent(sample.group(1), _ -> new ArrayList<>()).add(labels);
    }
    return new Scrape(series);
  }

  /** The names of the labels of a metric. */
  Set<String> labels(String metric) {
    return of(metric).stream().flatMap(labels -> labels.keySet().stream()).collect(toSet());
  }

  /** The values of a label of a metric. */
  Set<String> values(String metric, String label) {
    return of(metric).stream()
        .filter(labels -> labels.containsKey(label))
        .map(labels -> labels.get(label))
        .collect(toSet());
  }

  List<Map<String, String>> of(String metric) {
    return series.getOrDefault(metric, List.of());
  }
}
