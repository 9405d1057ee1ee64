package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.Breakdown;
import io.calllog.application.analytics.view.Report;
import io.calllog.domain.call.CallOutcome;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls by the values of one property, in total and by day. The names of some JSON properties
 * depend on that property: {@code outcome} and {@code outcomes}, for example.
 */
record BreakdownResponse(
    String timeZone,
    LocalDate from,
    LocalDate to,
    Instant asOf,
    List<Map<String, Object>> items,
    List<Map<String, Object>> daily)
    implements CsvRows {

  private static final String LINKS = "links";

  /**
   * The response for a report.
   *
   * @param property the name of the property, which is also a query parameter of lists of calls
   */
  static <V extends Enum<V>> BreakdownResponse from(Report<Breakdown<V>> report, String property) {
    var links = new CallLinks(report.filter());
    Breakdown<V> content = report.content();
    List<Breakdown.Part<V>> totals = content.totals();
    long calls = totals.stream().mapToLong(Breakdown.Part::calls).sum();
    return new BreakdownResponse(
        report.timeZone().toString(),
        report.filter().range().from(),
        report.filter().range().to(),
        report.asOf(),
        totals.stream()
            .map(part ->
                part(
                    property,
                    part,
                    Ratio.of(part.calls(), calls),
                    links.linkTo(content.span(), property, part.value())))
            .toList(),
        content.days().stream().map(day -> day(property, day, links)).toList());
  }

  private static <V extends Enum<V>> Map<String, Object> day(
      String property, Breakdown.Day<V> day, CallLinks links) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("day", day.day());
    row.put(
        property + "s",
        day.parts().stream()
            .map(part ->
                part(property, part, null, links.linkTo(day.span(), property, part.value())))
            .toList());
    return row;
  }

  private static Map<String, Object> part(
      String property, Breakdown.Part<?> part, @Nullable BigDecimal share, LinksResponse links) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put(property, part.value());
    item.put("calls", part.calls());
    item.put("totalSeconds", part.totalSeconds());
    if (part.value() instanceof CallOutcome outcome) {
      item.put("talkSeconds", outcome.connected() ? part.totalSeconds() : 0);
    }
    if (share != null) {
      item.put("share", share);
    }
    item.put(LINKS, links);
    return item;
  }

  @Override
  public List<String> header() {
    return items.getFirst().keySet().stream().filter(name -> !name.equals(LINKS)).toList();
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    return items.stream()
        .map(item -> header().stream().<@Nullable Object>map(item::get).toList())
        .toList();
  }
}
