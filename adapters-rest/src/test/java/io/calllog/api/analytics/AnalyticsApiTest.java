package io.calllog.api.analytics;

import static io.calllog.api.analytics.AnalyticsRequests.get;
import static io.calllog.api.analytics.AnalyticsRequests.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What each report says. */
@RestOnFakes
class AnalyticsApiTest {

  private final Accounts accounts;
  private final String region;

  AnalyticsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void volumes_by_day_and_by_month_agree() {
    Account officer = accounts.officer(region);
    log(officer, "SUCCESSFUL", 60, "2026-01-31T23:59:59Z");
    log(officer, "FOLLOW_UP", 30, "2026-02-01T00:00:00+00:00");
    log(officer, "MISSED", 45, "2026-02-01T01:00:00+01:00");

    Answer answer = get(officer, "volumes?from=2026-01-30&to=2026-02-02");

    assertThat(answer.at("/timeZone").asString()).isEqualTo("UTC");
    assertThat(answer.text("/from") + "/" + answer.text("/to")).isEqualTo("2026-01-30/2026-02-02");
    assertThat(Instant.parse(answer.text("/asOf"))).isBeforeOrEqualTo(Instant.now());
    assertThat(
            rows(answer.at("/daily"), "day", "calls", "connected", "totalSeconds", "talkSeconds"))
        .containsExactly("2026-01-30 0 0 0 0", "2026-01-31 1 1 60 60", "2026-02-01 2 1 75 30");
    assertThat(rows(answer.at("/monthly"), "month", "calls", "connected", "totalSeconds"))
        .containsExactly("2026-01 1 1 60", "2026-02 2 1 75");
    assertThat(answer.at("/total/calls").intValue()).isEqualTo(3);
    assertThat(answer.at("/total/links/calls").asString())
        .isEqualTo("/api/calls?from=2026-01-30T00:00:00Z&to=2026-02-02T00:00:00Z");
  }

  @Test
  void call_time_is_listed_longest_first_with_averages_and_shares() {
    Account one = accounts.officer(region);
    Account two = accounts.officer(region);
    accounts.officer(region);
    log(one, "SUCCESSFUL", 50, "2026-02-01T00:00:00Z");
    log(two, "SUCCESSFUL", 100, "2026-02-01T00:00:00Z");
    log(two, "BUSY", 1, "2026-02-01T00:00:00Z");

    Answer answer =
        get(accounts.manager(region), "call-time-per-officer?from=2026-02-01&to=2026-02-02");

    assertThat(
            rows(
                answer.at("/items"),
                "officerId",
                "calls",
                "connected",
                "totalSeconds",
                "talkSeconds",
                "averageSeconds",
                "share"))
        .containsExactly(
            two.id() + " 2 1 101 100 100 0.666667", one.id() + " 1 1 50 50 50 0.333333");
    assertThat(answer.at("/items/0/officerName").asString()).startsWith("Test ");
  }

  @Test
  void includes_officers_without_calls_with_zeros() {
    Account active = accounts.officer(region);
    Account idle = accounts.officer(region);
    log(active, "SUCCESSFUL", 50, "2026-02-01T00:00:00Z");
    String range = "?from=2026-02-01&to=2026-02-02&includeIdle=true&region=" + region;
    Account manager = accounts.manager(region);
    String officers = "&officerId=" + active.id() + "&officerId=" + idle.id();

    Answer times = get(manager, "call-time-per-officer" + range + officers);
    assertThat(
            rows(
                times.at("/items"), "officerId", "calls", "talkSeconds", "averageSeconds", "share"))
        .containsExactly(active.id() + " 1 50 50 1", idle.id() + " 0 0 null 0");
    Answer days = get(manager, "calls-per-officer-per-day" + range + officers + "&limit=1");
    Answer rest =
        manager.api().get(days.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1")).expect(200);
    assertThat(List.of(days.text("/items/0/officerId"), rest.text("/items/0/officerId")))
        .containsExactlyInAnyOrder(active.id(), idle.id());
    Api csv = manager.api().with("Accept", "text/csv");
    assertThat(csv.get("/api/analytics/call-time-per-officer" + range + officers).body())
        .contains(idle.id())
        .contains(",0,0,0,0,,0\r\n");
  }

  @Test
  void calls_per_officer_per_day_has_pages() {
    List<Account> officers = Stream.generate(() -> accounts.officer(region)).limit(5).toList();
    officers.forEach(officer -> log(officer, "SUCCESSFUL", 5, "2026-02-01T12:00:00Z"));
    Account manager = accounts.manager(region);
    String query = "calls-per-officer-per-day?from=2026-02-01&to=2026-02-08&limit=2&count=true";

    Answer first = get(manager, query);
    assertThat(first.at("/items").size()).isEqualTo(2);
    assertThat(first.at("/total").intValue()).isEqualTo(5);
    assertThat(rows(first.at("/items/0/days"), "day", "calls", "totalSeconds"))
        .containsExactly("2026-02-01 1 5");
    String next = first.header("Link").replaceAll("<(.*)>; rel=\"next\"", "$1");
    Answer second = manager.api().get(next).expect(200);
    Answer third = get(manager, query + "&cursor=" + second.at("/nextCursor").asString());
    assertThat(third.at("/nextCursor").isNull()).isTrue();
    assertThat(third.header("Link")).isEmpty();
    Api csv = manager.api().with("Accept", "text/csv");
    assertThat(csv.get("/api/analytics/" + query).expect(200).header("Link"))
        .isEqualTo(first.header("Link"));
    assertThat(
            Stream.of(first, second, third)
                .flatMap(page -> page.at("/items").valueStream())
                .map(item -> item.at("/officerId").asString()))
        .containsExactlyInAnyOrderElementsOf(officers.stream().map(Account::id).toList());
    manager
        .api()
        .get("/api/analytics/calls-per-officer-per-day?cursor=" + first.text("/nextCursor"))
        .expectProblem(400, "invalid-input");
  }

  @Test
  void calls_per_officer_per_day_covers_at_most_92_days() {
    Api api = accounts.officer(region).api();
    String path = "/api/analytics/calls-per-officer-per-day?from=2026-01-01&to=";

    api.get(path + "2026-04-03").expect(200);
    api.get(path + "2026-04-04").expectProblem(400, "invalid-input");
  }

  @Test
  void outcomes_have_shares() {
    Account officer = accounts.officer(region);
    log(officer, "BUSY", 0, "2026-02-01T00:00:00Z");
    log(officer, "OTHER", 3, "2026-02-02T00:00:00Z");
    log(officer, "OTHER", 4, "2026-02-02T00:00:00Z");

    Answer answer = get(officer, "outcomes?from=2026-02-01&to=2026-02-03");

    assertThat(rows(answer.at("/items"), "outcome", "calls", "totalSeconds", "share"))
        .containsExactly(
            "SUCCESSFUL 0 0 0",
            "MISSED 0 0 0",
            "FOLLOW_UP 0 0 0",
            "NO_ANSWER 0 0 0",
            "BUSY 1 0 0.333333",
            "OTHER 2 7 0.666667");
    assertThat(answer.at("/daily").size()).isEqualTo(2);
    assertThat(rows(answer.at("/daily/1/outcomes"), "outcome", "calls", "totalSeconds"))
        .hasSize(6)
        .contains("OTHER 2 7");
    assertThat(answer.at("/items/5/links/calls").asString())
        .isEqualTo("/api/calls?from=2026-02-01T00:00:00Z&to=2026-02-03T00:00:00Z&outcome=OTHER");
  }

  @Test
  void types_have_shares_and_links() {
    Account officer = accounts.officer(region);
    log(officer, "BUSY", 3, "2026-02-02T00:00:00Z");
    String query = "types?from=2026-02-01&to=2026-02-03";

    Answer answer = get(officer, query);

    assertThat(rows(answer.at("/items"), "type", "calls", "totalSeconds", "share"))
        .containsExactly("INCOMING 0 0 0", "OUTGOING 1 3 1");
    assertThat(answer.at("/daily").size()).isEqualTo(2);
    assertThat(rows(answer.at("/daily/1/types"), "type", "calls", "totalSeconds"))
        .containsExactly("INCOMING 0 0", "OUTGOING 1 3");
    String link = answer.at("/items/1/links/calls").asString();
    assertThat(link)
        .isEqualTo("/api/calls?from=2026-02-01T00:00:00Z&to=2026-02-03T00:00:00Z&type=OUTGOING");
    assertThat(officer.api().get(link).expect(200).at("/items").size()).isEqualTo(1);
    assertThat(officer.api().with("Accept", "text/csv").get("/api/analytics/" + query).body())
        .isEqualTo("type,calls,totalSeconds,share\r\nINCOMING,0,0,0\r\nOUTGOING,1,3,1\r\n");
  }

  @Test
  void hours_have_every_hour_of_the_week_and_agree_with_the_list() {
    Account officer = accounts.officer(region);
    log(officer, "SUCCESSFUL", 60, "2026-02-02T09:00:00Z"); // a Monday
    log(officer, "FOLLOW_UP", 30, "2026-02-09T09:59:59Z");
    log(officer, "BUSY", 5, "2026-02-08T23:00:00Z");
    String query = "hours?from=2026-02-02&to=2026-02-16";

    Answer answer = get(officer, query);

    assertThat(rows(answer.at("/items"), "weekday", "hour", "calls", "connected", "talkSeconds"))
        .hasSize(168)
        .startsWith("MONDAY 0 0 0 0", "MONDAY 1 0 0 0")
        .contains("MONDAY 9 2 2 90", "SUNDAY 23 1 0 0")
        .filteredOn(row -> !row.endsWith(" 0 0 0"))
        .hasSize(2);
    assertThat(row(answer.at("/total"), "calls", "connected", "talkSeconds")).isEqualTo("3 2 90");
    String link = answer.at("/total/links/calls").asString();
    assertThat(link).isEqualTo("/api/calls?from=2026-02-02T00:00:00Z&to=2026-02-16T00:00:00Z");
    assertThat(officer.api().get(link + "&count=true").at("/total").intValue()).isEqualTo(3);
    assertThat(officer.api().with("Accept", "text/csv").get("/api/analytics/" + query).body())
        .startsWith("weekday,hour,calls,connected,talkSeconds\r\nMONDAY,0,0,0,0\r\n")
        .contains("\r\nMONDAY,9,2,2,90\r\n")
        .endsWith("\r\nSUNDAY,23,1,0,0\r\n");
  }

  @Test
  void the_summary_can_be_compared_with_the_preceding_period() {
    Account officer = accounts.officer(region);
    log(officer, "SUCCESSFUL", 90, "2026-02-02T00:00:00Z");
    log(officer, "BUSY", 0, "2026-02-03T00:00:00Z");
    log(officer, "SUCCESSFUL", 30, "2026-02-01T00:00:00Z");
    String query = "summary?from=2026-02-02&to=2026-02-04";

    Answer compared = get(officer, query + "&compare=previous");
    for (String expected :
        new String[] {
          "calls 2 1 1",
          "connected 1 1 0",
          "connectRate 0.5 1 -0.5",
          "totalSeconds 90 30 60",
          "talkSeconds 90 30 60",
          "averageSeconds 90 30 60",
          "activeOfficers 1 1 0"
        }) {
      String figure = expected.substring(0, expected.indexOf(' '));
      assertThat(figure + " " + row(compared.at("/" + figure), "value", "previous", "change"))
          .isEqualTo(expected);
    }
    Answer alone = get(officer, query);
    assertThat(row(alone.at("/calls"), "value", "previous", "change")).isEqualTo("2 null null");
    Answer nothing = get(officer, "summary?from=2020-02-02&to=2020-02-04&compare=previous");
    assertThat(row(nothing.at("/connectRate"), "value", "previous", "change"))
        .isEqualTo("null null null");
    assertThat(row(nothing.at("/averageSeconds"), "value", "previous", "change"))
        .isEqualTo("null null null");
    assertThat(row(nothing.at("/calls"), "value", "previous", "change")).isEqualTo("0 0 0");
  }

  @Test
  void the_summary_can_include_other_reports_of_the_same_moment() {
    Account officer = accounts.officer(region);
    log(officer, "SUCCESSFUL", 90, "2026-02-02T09:00:00Z");
    log(officer, "BUSY", 5, "2026-02-03T10:00:00Z");
    String range = "?from=2026-02-02&to=2026-02-04";

    Answer all = get(officer, "summary" + range + "&include=daily,officers,outcomes,hours");
    assertThat(all.at("/calls/value").intValue()).isEqualTo(2);
    assertThat(all.at("/daily")).isEqualTo(get(officer, "volumes" + range).at("/daily"));
    assertThat(all.at("/officers"))
        .isEqualTo(get(officer, "call-time-per-officer" + range).at("/items"));
    assertThat(all.at("/outcomes")).isEqualTo(get(officer, "outcomes" + range).at("/items"));
    assertThat(all.at("/hours")).isEqualTo(get(officer, "hours" + range).at("/items"));
    Answer some = get(officer, "summary" + range + "&include=hours,daily");
    assertThat(some.at("/hours").size()).isEqualTo(168);
    assertThat(some.at("/daily").size()).isEqualTo(2);
    assertThat(some.body()).doesNotContain("\"officers\"").doesNotContain("\"outcomes\"");
    assertThat(get(officer, "summary" + range).body()).doesNotContain("\"daily\"");
    String csv = "/api/analytics/summary.csv" + range;
    assertThat(officer.api().get(csv + "&include=daily").expect(200).body())
        .isEqualTo(officer.api().get(csv).expect(200).body());
    Answer refused = officer.api().get("/api/analytics/summary?include=daily,weekly");
    refused.expectProblem(400, "invalid-input");
    assertThat(refused.text("/errors/0/parameter")).isEqualTo("include");
  }

  private static List<String> rows(JsonNode rows, String... fields) {
    return rows.valueStream().map(row -> row(row, fields)).toList();
  }

  private static String row(JsonNode row, String... fields) {
    return String.join(
        " ",
        Stream.of(fields).map(field -> row.at("/" + field).toString().replace("\"", "")).toList());
  }
}
