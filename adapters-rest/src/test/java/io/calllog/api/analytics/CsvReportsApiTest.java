package io.calllog.api.analytics;

import static io.calllog.api.analytics.AnalyticsRequests.log;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@RestOnFakes
class CsvReportsApiTest {

  private final Accounts accounts;
  private final String region;

  CsvReportsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void reports_are_available_as_csv() {
    Account officer = accounts.officer(region);
    log(officer, "SUCCESSFUL", 60, "2026-02-01T12:00:00Z");
    String range = "?from=2026-02-01&to=2026-02-03";
    Api csv = officer.api().with("Accept", "text/csv").with("Cache-Control", "no-cache");

    Answer volumes = csv.get("/api/analytics/volumes" + range).expect(200);
    assertThat(volumes.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(volumes.body())
        .isEqualTo(
            "day,calls,connected,totalSeconds,talkSeconds\r\n2026-02-01,1,1,60,60\r\n2026-02-02,0,0,0,0\r\n");
    assertThat(csv.get("/api/analytics/summary" + range).expect(200).body())
        .startsWith("figure,value,previous,change\r\ncalls,1,,\r\n");
    assertThat(csv.get("/api/analytics/outcomes" + range).expect(200).body())
        .contains("SUCCESSFUL,1,60,60,1\r\n");
    assertThat(csv.get("/api/analytics/calls-per-officer-per-day" + range).expect(200).body())
        .contains(officer.id() + ",Test ", ",2026-02-01,1,60,60\r\n");
    accounts
        .admin()
        .api()
        .patch("/api/officers/" + officer.id(), Api.json("name", "=1+\"1\",x"))
        .expect(200);
    assertThat(csv.get("/api/analytics/call-time-per-officer" + range).expect(200).body())
        .contains(officer.id() + ",\"'=1+\"\"1\"\",x\",1,1,60,60,60,1\r\n");
    csv.get("/api/analytics/volumes?from=x").expectProblem(400, "invalid-input");
    for (String accept : new String[] {"text/csv;q=0.5, application/json", "*/*"}) {
      assertThat(officer.api().with("Accept", accept).get("/api/analytics/volumes" + range))
          .extracting(answer -> answer.header("Content-Type"))
          .isEqualTo("application/json");
    }
  }

  @Test
  void writes_csv_for_excel() {
    Api csv = accounts.officer(region).api().with("Accept", "text/csv");
    String volumes = "/api/analytics/volumes?from=2026-02-01&to=2026-02-02";

    Answer plain = csv.get(volumes).expect(200);
    Answer excel = csv.get(volumes + "&bom=true&separator=;").expect(200);

    assertThat(plain.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"volumes.csv\"");
    assertThat(plain.body()).startsWith("day,calls");
    assertThat(excel.body()).startsWith("\ufeffday;calls");
    assertThat(excel.etag()).isNotEqualTo(plain.etag());
    csv.get(volumes + "&separator=x").expectProblem(400, "invalid-input");
  }

  @Test
  void each_format_has_its_own_entity_tag() {
    Api api = accounts.officer(region).api();
    String volumes = "/api/analytics/volumes?from=2026-02-01&to=2026-02-03";
    String json = api.get(volumes).expect(200).etag();

    Answer csv = api.with("Accept", "text/csv").with("If-None-Match", json).get(volumes);

    assertThat(csv.expect(200).etag()).isNotEqualTo(json);
  }

  @Test
  void the_next_page_has_the_address_of_the_first() {
    for (Account officer : new Account[] {accounts.officer(region), accounts.officer(region)}) {
      log(officer, "SUCCESSFUL", 60, "2026-02-01T12:00:00Z");
    }
    Api csv = accounts.manager(region).api().with("Accept", "text/csv");
    String report = "/api/analytics/calls-per-officer-per-day";
    String page = "?from=2026-02-01&to=2026-02-03&limit=1";

    assertThat(Stream.of(report, report + ".csv").map(path -> csv.get(path + page).header("Link")))
        .satisfiesExactly(
            link -> assertThat(link).startsWith("<" + report + "?"),
            link -> assertThat(link).startsWith("<" + report + ".csv?"));
  }
}
