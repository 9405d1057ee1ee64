package io.calllog.api.retention;

import static io.calllog.api.retention.DroppedMonths.COMMENT;
import static io.calllog.api.retention.DroppedMonths.FIRST_KEPT;
import static io.calllog.api.retention.DroppedMonths.MONTHS;
import static io.calllog.api.retention.DroppedMonths.SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Requests for months of calls that were exported and dropped. In the end, they are restored. */
@TestMethodOrder(OrderAnnotation.class)
class RetentionApiIT {

  @TempDir private static Path directory;

  private static DroppedMonths months;

  @BeforeAll
  static void drop_months() throws Exception {
    months = DroppedMonths.in(directory);
  }

  @AfterAll
  static void stop() {
    months.stop();
  }

  @Test
  @Order(1)
  void exports_each_month_with_its_checksum() throws Exception {
    List<String> dropped = months.partitions();
    assertThat(dropped)
        .hasSize(1 + 12 - MONTHS)
        .last()
        .asString()
        .endsWith(FIRST_KEPT.minusMonths(1).toString().replace('-', '_'));
    for (String partition : dropped) {
      Path file = directory.resolve(partition + ".csv.gz");
      String sha256 =
          HexFormat.of()
              .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
      assertThat(
              months.query("SELECT sha256 FROM past_months WHERE partition = '" + partition + "'"))
          .containsExactly(sha256);
      assertThat(directory.resolve(partition + ".csv.gz.sha256"))
          .hasContent(sha256 + "  " + partition + ".csv.gz");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(months.query("SELECT to_regclass('" + partition + "')")).containsOnlyNulls();
    }
    assertThat(months.files()).hasSize(2 * dropped.size());
    assertThat(months.query("SELECT calls FROM past_months ORDER BY ends DESC LIMIT 1"))
        .containsExactly("3");
  }

  @Test
  @Order(1)
  void responses_have_the_time_since_which_calls_are_kept() {
    Api api = months.officer();
    for (String past : List.of("very old", "old", "dropped edge", "deleted")) {
      String path = "/api/calls/" + months.call(past);
      api.get(path).expectProblem(410, "not-kept");
      api.patch(path, Api.json("comment", "Late")).expectProblem(410, "not-kept");
      api.delete(path).expectProblem(410, "not-kept");
    }
    api.get("/api/calls?to=" + SINCE).expectProblem(410, "not-kept");
    Answer all = api.get("/api/calls").expect(200);
    assertThat(all.header("Calls-Kept-Since")).isEqualTo(SINCE.toString());
    assertThat(all.at("/items").valueStream().map(call -> call.path("id").asString()))
        .containsExactly(months.call("new"), months.call("kept edge"));
    assertThat(api.with("Accept", "text/csv").get("/api/calls").expect(200).body())
        .contains(months.call("new"))
        .doesNotContain(months.call("old"));
    api.get("/api/calls?from=2001-01-01&sort=startedAt&count=true").expect(200);
  }

  @Test
  @Order(1)
  void old_calls_cannot_be_added() {
    Api api = months.officer();
    Instant start = SINCE.minusSeconds(1);
    Answer refused =
        api.post("/api/calls", Samples.call("startedAt", start.toString()))
            .expectProblem(400, "invalid-input");
    assertThat(refused.text("/errors/0/code")).isEqualTo("not-kept");
    Instant now = Instant.now();
    var calls =
        List.of(
            Samples.call("id", Samples.callId(start), "startedAt", start.toString()),
            Samples.call("id", Samples.callId(now), "startedAt", now.toString()));
    Answer batch = api.post("/api/calls/batch", Api.json("calls", calls)).expect(200);
    assertThat(batch.text("/results/0/status")).isEqualTo("refused");
    assertThat(batch.text("/results/1/status")).isEqualTo("created");
    api.delete("/api/calls/" + batch.text("/results/1/call/id")).expect(204);

    String file =
        "officerId,type,outcome,durationSeconds,startedAt\n%s,OUTGOING,BUSY,0,%s\n"
            .formatted(months.officerId(), start);
    Api admin = months.admin();
    String imported =
        "/api/imports/"
            + admin.send("POST", "/api/imports?kind=calls", "text/csv", file).expect(202).id();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.get(imported).text("/state").equals("DONE"));
    assertThat(admin.get(imported + "/rejected").body()).contains("older calls are no longer kept");
  }

  @Test
  @Order(1)
  void figures_stay_and_can_be_counted_again() {
    assertThat(months.figures()).isEqualTo(months.figuresBefore());
    Answer details = months.officer().get("/api/clients/" + months.client()).expect(200);
    assertThat(details.at("/totals")).isEqualTo(months.clientBefore().at("/totals"));
    var days =
        Api.json(
            "from",
            SINCE.minus(Duration.ofDays(40)).toString().substring(0, 10),
            "to",
            SINCE.plus(Duration.ofDays(5)).toString().substring(0, 10));
    for (String work : List.of("verify", "rebuild")) {
      assertThat(
              months
                  .admin()
                  .post("/api/admin/analytics/" + work, days)
                  .expect(200)
                  .at("/differences"))
          .isEmpty();
    }
    // Wrong figures of dropped days are counted again from the tables past_officer_days and so on.
    months.execute(
        "UPDATE officer_days SET other_calls = 7 WHERE day BETWEEN date '%1$s' - 35 AND '%1$s'"
            .formatted(SINCE.toString().substring(0, 10)));
    assertThat(
            months
                .admin()
                .post("/api/admin/analytics/rebuild", days)
                .expect(200)
                .at("/differences"))
        .isNotEmpty();
    months.execute("SELECT count(*) FROM rebuild_client_totals()");
    assertThat(months.query("SELECT count(*) FROM client_total_differences()"))
        .containsExactly("0");
  }

  @Test
  @Order(1)
  void the_last_call_of_a_client_can_be_in_a_dropped_month() {
    months.execute(
        """
        BEGIN;
        DELETE FROM calls;
        DO $$ BEGIN
          IF (SELECT count(*) FROM client_totals WHERE calls > 0 AND last_call_at IS NULL) > 0
              OR (SELECT count(*) FROM client_total_differences()) > 0 THEN
            RAISE EXCEPTION 'not the last call';
          END IF;
        END $$;
        ROLLBACK;
        """);
  }

  @Test
  @Order(1)
  void administrators_see_what_was_dropped() {
    Answer trail = months.admin().get("/api/audit?action=CALLS_DROPPED").expect(200);
    assertThat(trail.at("/items")).hasSize(1 + 12 - MONTHS);
    assertThat(trail.at("/items/0/changes").toString()).contains("sha256").contains(".csv.gz");
    assertThat(months.admin().get("/api/jobs").expect(200).body()).contains("past-calls");
  }

  @Test
  @Order(2)
  void months_are_restored_as_they_were() throws Exception {
    months.stop();
    for (String partition : months.partitions().reversed()) {
      months.restore(partition);
    }
    months.startWithoutRetention();
    Answer all = months.officer().get("/api/calls").expect(200);
    assertThat(all.header("Calls-Kept-Since")).isEmpty();
    assertThat(all.at("/items")).hasSize(5);
    Answer old = months.officer().get("/api/calls/" + months.call("old")).expect(200);
    assertThat(old.text("/comment")).isEqualTo(COMMENT);
    months
        .officer()
        .patch("/api/calls/" + months.call("very old"), Api.json("comment", null))
        .expect(200);
    months.officer().get("/api/calls/" + months.call("deleted")).expect(404);
    assertThat(months.figures()).isEqualTo(months.figuresBefore());
    assertThat(months.query("SELECT count(*) FROM past_officer_days")).containsExactly("0");
    assertThat(months.query("SELECT count(*) FROM client_total_differences()"))
        .containsExactly("0");
    months
        .officer()
        .delete("/api/calls/" + months.call("old"))
        .expect(204); // the partition has its triggers
    assertThat(months.figures()).isNotEqualTo(months.figuresBefore());
  }
}
