package io.calllog.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The effects of a fault: a row of the table.
 *
 * @param lost calls that were acknowledged and are not stored, or not counted in the figures
 * @param doubled calls that are stored or counted twice
 * @param answers to all requests since the fault began
 * @param unavailable answers 503, and 409 {@code lost-race}
 * @param others all other answers that are not 2xx, and connections that failed
 * @param slowest of the answers
 * @param recovery from the end of the fault to the last answer that was not 2xx
 */
record Row(
    String fault,
    long acknowledged,
    long lost,
    long doubled,
    long answers,
    long unavailable,
    List<Reply> others,
    Reply slowest,
    Duration recovery) {

  static final String HEADER =
      """
      | fault | calls acknowledged | lost | doubled | answers | 503 or `lost-race` | others | slowest answer | good again after |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  static Row of(String fault, SteadyLoad load, Instant began, Instant over, JdbcClient database) {
    List<Reply> replies =
        load.replies().stream().filter(reply -> reply.received().isAfter(began)).toList();
    List<Reply> bad = replies.stream().filter(reply -> !reply.isGood()).toList();
    Duration recovery =
        bad.stream()
            .map(Reply::received)
            .max(Comparator.naturalOrder())
            .map(last -> Duration.between(over, last))
            .filter(Duration::isPositive)
            .orElse(Duration.ZERO);
    Map<String, Long> stored = new TreeMap<>();
    database
        .sql("SELECT comment FROM calls WHERE comment LIKE ?")
        .param(load.prefix() + "%")
        .query(String.class)
        .list()
        .forEach(comment -> stored.merge(comment, 1L, Long::sum));
    long uncounted =
        database
            .sql(
                """
                SELECT (SELECT count(*) FROM calls WHERE deleted_at IS NULL)
                     - (SELECT coalesce(sum(calls), 0) FROM officer_days)
                """)
            .query(Long.class)
            .single();
    Set<String> lost = new HashSet<>(load.acknowledged());
    lost.removeAll(stored.keySet());
    return new Row(
        fault,
        load.acknowledged().size(),
        lost.size() + Math.max(0, uncounted),
        stored.values().stream().filter(count -> count > 1).count() + Math.max(0, -uncounted),
        replies.size(),
        bad.stream().filter(reply -> reply.isUnavailable() || reply.isLostRace()).count(),
        bad.stream().filter(reply -> !reply.isUnavailable() && !reply.isLostRace()).toList(),
        replies.stream().max(Comparator.comparing(Reply::took)).orElseThrow(),
        recovery);
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %d | %d | %,d | %,d | %d | %s | %s |%n",
        fault,
        acknowledged,
        lost,
        doubled,
        answers,
        unavailable,
        others.size(),
        seconds(slowest.took()),
        seconds(recovery));
  }

  /** All answers with their times in milliseconds since a moment, to find causes. */
  static String log(SteadyLoad load, Instant began) {
    return load.replies().stream()
        .sorted(Comparator.comparing(Reply::sent))
        .map(reply ->
            "%s;%s;%s;%s;%s"
                .formatted(
                    Duration.between(began, reply.sent()).toMillis(),
                    reply.took().toMillis(),
                    reply.status(),
                    reply.code(),
                    reply.request()))
        .collect(joining("\n", "sent;took;status;code;request\n", "\n"));
  }

  /** Other answers by kind, to find their cause. */
  Map<String, Long> kindsOfOthers() {
    return others.stream()
        .collect(
            groupingBy(
                reply -> reply.request() + ": " + reply.status() + " " + reply.code(),
                TreeMap::new,
                counting()));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
