package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.analytics.Recount.Figures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares reports with a recount, and each figure with the list of calls that it links to. */
record RecountedReports(Api api, Recount all, String anyOfficer) {

  private static final int DAYS = 7;

  private static final List<String> OUTCOMES =
      List.of("SUCCESSFUL", "MISSED", "FOLLOW_UP", "NO_ANSWER", "BUSY", "OTHER");

  /** Compares all reports of a week with the recount. */
  void check(LocalDate from) {
    LocalDate to = from.plusDays(DAYS);
    Recount range = all.where(c -> !c.day().isBefore(from) && c.day().isBefore(to));
    String query = "?from=%s&to=%s".formatted(from, to);

    Answer volumes = api.get("/api/analytics/volumes" + query).expect(200);
    for (JsonNode day : volumes.at("/daily")) {
      LocalDate date = LocalDate.parse(day.at("/day").asString());
      assertFigures(day, range.where(c -> c.day().equals(date)).figures());
    }
    assertThat(volumes.at("/daily").size()).isEqualTo(DAYS);
    for (JsonNode month : volumes.at("/monthly")) {
      YearMonth date = YearMonth.parse(month.at("/month").asString());
      assertFigures(month, range.where(c -> YearMonth.from(c.day()).equals(date)).figures());
    }
    assertFigures(volumes.at("/total"), range.figures());

    Answer times = api.get("/api/analytics/call-time-per-officer" + query).expect(200);
    for (JsonNode item : times.at("/items")) {
      String officer = item.at("/officerId").asString();
      assertFigures(item, range.where(c -> c.officer().equals(officer)).figures());
    }
    assertThat(sum(times.at("/items"), "/calls")).isEqualTo(range.calls().size());

    Answer perDay =
        api.get("/api/analytics/calls-per-officer-per-day" + query + "&limit=200").expect(200);
    long counted = 0;
    for (JsonNode item : perDay.at("/items")) {
      String officer = item.at("/officerId").asString();
      for (JsonNode day : item.at("/days")) {
        LocalDate date = LocalDate.parse(day.at("/day").asString());
        Recount expected = range.where(c -> c.officer().equals(officer) && c.day().equals(date));
        assertCallsAndSeconds(day, expected.figures());
        counted += day.at("/calls").longValue();
      }
    }
    assertThat(counted).isEqualTo(range.calls().size());

    Answer outcomes = api.get("/api/analytics/outcomes" + query).expect(200);
    for (JsonNode item : outcomes.at("/items")) {
      String outcome = item.at("/outcome").asString();
      assertCallsAndSeconds(item, range.where(c -> c.outcome().equals(outcome)).figures());
    }
    for (JsonNode day : outcomes.at("/daily")) {
      LocalDate date = LocalDate.parse(day.at("/day").asString());
      assertThat(day.at("/outcomes").valueStream().map(o -> o.at("/outcome").asString()))
          .isEqualTo(OUTCOMES.stream().toList());
      for (JsonNode item : day.at("/outcomes")) {
        String outcome = item.at("/outcome").asString();
        assertCallsAndSeconds(
            item, range.where(c -> c.day().equals(date) && c.outcome().equals(outcome)).figures());
      }
    }

    Answer types = api.get("/api/analytics/types" + query).expect(200);
    for (JsonNode item : types.at("/items")) {
      String type = item.at("/type").asString();
      assertCallsAndSeconds(item, range.where(c -> c.type().equals(type)).figures());
    }
    assertThat(sum(types.at("/items"), "/calls")).isEqualTo(range.calls().size());

    Answer hours = api.get("/api/analytics/hours" + query).expect(200);
    checkHours(hours, range);
    assertCalls(hours.at("/total"), range.figures());

    Answer summary = api.get("/api/analytics/summary" + query + "&compare=previous").expect(200);
    LocalDate before = from.minusDays(DAYS);
    Recount previous = all.where(c -> !c.day().isBefore(before) && c.day().isBefore(from));
    assertSummary(summary, "value", range);
    assertSummary(summary, "previous", previous);

    Recount uk =
        range.where(c -> c.region().equals("EMEA/UK") || c.region().startsWith("EMEA/UK/"));
    JsonNode ofUk =
        api.get("/api/analytics/volumes" + query + "&region=EMEA/UK").expect(200).at("/total");
    assertFigures(ofUk, uk.figures());
    checkHours(api.get("/api/analytics/hours" + query + "&region=EMEA/UK").expect(200), uk);
    checkHours(
        api.get("/api/analytics/hours" + query + "&officerId=" + anyOfficer).expect(200),
        range.where(c -> c.officer().equals(anyOfficer)));
  }

  /** Compares the report of the hours of a week with the recount. */
  void checkHours(LocalDate from) {
    LocalDate to = from.plusDays(DAYS);
    checkHours(
        api.get("/api/analytics/hours?from=%s&to=%s".formatted(from, to)).expect(200),
        all.where(c -> !c.day().isBefore(from) && c.day().isBefore(to)));
  }

  private static void checkHours(Answer hours, Recount expected) {
    assertThat(hours.at("/items").size()).isEqualTo(7 * 24);
    for (JsonNode item : hours.at("/items")) {
      String weekday = item.at("/weekday").asString();
      int hour = item.at("/hour").intValue();
      Figures figures =
          expected
              .where(c -> c.day().getDayOfWeek().name().equals(weekday) && c.hour() == hour)
              .figures();
      assertThat(item.at("/calls").longValue()).as("%s", item).isEqualTo(figures.calls());
      assertThat(item.at("/connected").longValue()).as("%s", item).isEqualTo(figures.connected());
      assertThat(item.at("/talkSeconds").longValue())
          .as("%s", item)
          .isEqualTo(figures.talkSeconds());
    }
  }

  private static void assertSummary(Answer summary, String which, Recount expected) {
    Figures figures = expected.figures();
    assertThat(summary.at("/calls/" + which).longValue()).isEqualTo(figures.calls());
    assertThat(summary.at("/connected/" + which).longValue()).isEqualTo(figures.connected());
    assertThat(summary.at("/totalSeconds/" + which).longValue()).isEqualTo(figures.totalSeconds());
    assertThat(summary.at("/activeOfficers/" + which).longValue())
        .isEqualTo(expected.calls().stream().map(Recount.Call::officer).distinct().count());
  }

  private void assertFigures(JsonNode row, Figures expected) {
    assertThat(row.at("/connected").longValue()).as("%s", row).isEqualTo(expected.connected());
    assertCallsAndSeconds(row, expected);
  }

  private void assertCallsAndSeconds(JsonNode row, Figures expected) {
    assertThat(row.at("/totalSeconds").longValue())
        .as("%s", row)
        .isEqualTo(expected.totalSeconds());
    assertCalls(row, expected);
  }

  private void assertCalls(JsonNode row, Figures expected) {
    assertThat(row.at("/calls").longValue()).as("%s", row).isEqualTo(expected.calls());
    String list = row.at("/links/calls").asString();
    assertThat(api.get(list + "&count=true&limit=1").expect(200).at("/total").longValue())
        .as(list)
        .isEqualTo(expected.calls());
  }

  static long sum(JsonNode rows, String pointer) {
    return rows.valueStream().mapToLong(row -> row.at(pointer).longValue()).sum();
  }
}
