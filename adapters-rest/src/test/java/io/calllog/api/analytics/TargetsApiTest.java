package io.calllog.api.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;

/** Targets, and how summaries show them. */
@RestOnFakes
class TargetsApiTest {

  private final Account manager;
  private final Account officer;
  private final String target;

  TargetsApiTest(Accounts accounts) {
    this.manager = accounts.manager(accounts.region(Accounts.newRegion()));
    this.officer = accounts.officer(manager.region());
    this.target = "/api/targets/officers/" + officer.id();
  }

  @Test
  void are_set_read_edited_and_removed() {
    Answer set =
        manager
            .api()
            .put(target, Api.json("callsPerDay", 40, "connectedPerDay", null, "from", "2026-02-03"))
            .expect(200);
    assertThat(set.at("/callsPerDay").intValue()).isEqualTo(40);
    assertThat(set.at("/connectedPerDay").isNull()).isTrue();
    assertThat(set.at("/talkSecondsPerDay").isNull()).isTrue();
    assertThat(set.text("/from")).isEqualTo("2026-02-03");
    Answer read = officer.api().get(target).expect(200);
    assertThat(read.body()).isEqualTo(set.body());

    Answer sentBack = manager.api().ifMatch(read.etag()).put(target, read.json()).expect(200);
    assertThat(sentBack.etag()).isEqualTo(read.etag());
    manager
        .api()
        .ifMatch("\"0\"")
        .put(target, Api.json("talkSecondsPerDay", 7200, "from", "2026-02-03"))
        .expect(200);
    assertThat(officer.api().get(target).expect(200).at("/callsPerDay").isNull()).isTrue();
    manager.api().ifMatch(read.etag()).delete(target).expectProblem(412, "precondition-failed");
    manager.api().delete(target).expect(204);
    officer.api().get(target).expectProblem(404, "not-found");
    manager.api().delete(target).expectProblem(404, "not-found");
  }

  @Test
  void errors_name_the_field() {
    Answer refused =
        manager
            .api()
            .put(target, Api.json("callsPerDay", 0, "talkSecondsPerDay", "x", "from", "2026-2-3"));
    refused.expectProblem(400, "invalid-input");
    assertThat(ProblemShape.places(refused))
        .containsExactlyInAnyOrder("/callsPerDay", "/talkSecondsPerDay", "/from");
    Answer nothing = manager.api().put(target, Api.json("from", "2026-02-03"));
    nothing.expectProblem(400, "invalid-input");
    assertThat(ProblemShape.places(nothing)).containsExactly("/callsPerDay");
  }

  @Test
  void a_summary_shows_the_target_the_pace_and_the_projection() {
    manager
        .api()
        .put(target, Api.json("callsPerDay", 2, "talkSecondsPerDay", 60, "from", "2026-02-03"))
        .expect(200);
    log("SUCCESSFUL", 60, "2026-02-02T23:59:59Z"); // before the target
    log("SUCCESSFUL", 30, "2026-02-03T00:00:00Z");
    log("BUSY", 5, "2026-02-07T12:00:00Z"); // a Saturday
    log("FOLLOW_UP", 20, "2026-02-09T12:00:00Z");
    log("FOLLOW_UP", 20, "2026-02-10T00:00:00Z"); // after the range
    String query = "/api/analytics/summary?from=2026-02-09&to=2026-02-10";

    Answer own = fresh(officer).get(query).expect(200);
    assertThat(own.at("/calls/value").intValue()).isEqualTo(1);
    assertThat(own.at("/target").toString())
        .startsWith(
            "{\"from\":\"2026-02-03\",\"to\":\"2026-03-01\",\"workingDays\":19,"
                + "\"workingDaysSoFar\":5,\"calls\":{\"perDay\":2,\"soFar\":3,\"pace\":0.6,"
                + "\"target\":38,\"projection\":11},\"talkSeconds\":{\"perDay\":60,\"soFar\":50,"
                + "\"pace\":10.0,\"target\":1140,\"projection\":190},\"links\":");
    String link = own.at("/target/links/calls").asString();
    assertThat(officer.api().get(link + "&count=true").at("/total").intValue()).isEqualTo(3);
    String named = query + "&officerId=" + officer.id();
    assertThat(fresh(manager).get(named).at("/target/calls")).isEqualTo(own.at("/target/calls"));
    assertThat(fresh(manager).get(query).expect(200).body()).doesNotContain("\"target\"");
    assertThat(
            fresh(officer)
                .get("/api/analytics/summary?from=2026-02-01&to=2026-02-02")
                .expect(200)
                .body())
        .doesNotContain("\"target\"");
  }

  @Test
  void a_summary_of_a_region_shows_its_target() {
    String id =
        manager
            .api()
            .get("/api/regions?limit=200")
            .expect(200)
            .at("/items")
            .valueStream()
            .filter(region -> region.at("/path").asString().equals(manager.region()))
            .findFirst()
            .orElseThrow()
            .at("/id")
            .asString();
    manager
        .api()
        .put("/api/targets/regions/" + id, Api.json("connectedPerDay", 10, "from", "2026-01-01"))
        .expect(200);
    log("SUCCESSFUL", 60, "2026-02-02T12:00:00Z");
    String query = "/api/analytics/summary?from=2026-02-01&to=2026-03-01";

    for (String filter : new String[] {"", "&region=" + manager.region()}) {
      Answer summary = fresh(manager).get(query + filter).expect(200);
      assertThat(summary.at("/target/connected").toString())
          .isEqualTo("{\"perDay\":10,\"soFar\":1,\"pace\":0.1,\"target\":200,\"projection\":1}");
    }
    assertThat(fresh(officer).get(query).expect(200).body()).doesNotContain("\"target\"");
  }

  private void log(String outcome, int seconds, String start) {
    officer
        .api()
        .post(
            "/api/calls",
            Samples.call("outcome", outcome, "durationSeconds", seconds, "startedAt", start))
        .expect(201);
  }

  private static Api fresh(Account actor) {
    return actor.api().with("Cache-Control", "no-cache");
  }
}
