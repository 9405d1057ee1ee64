package io.calllog.api.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.AtOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Imports on PostgreSQL, with the scheduler. */
@ApiTest
class ImportApiIT {

  private static final String HEADER =
      "officerEmail,type,outcome,durationSeconds,startedAt,comment,externalId";

  private final Accounts accounts;
  private final Api admin;
  private final Account officer;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(86_400);

  ImportApiIT(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @Test
  void adds_calls_once_whatever_is_sent_again() {
    String[] file = file(5_000);

    Answer first = Imports.run(admin, "calls", file);
    Answer again = Imports.run(admin, "calls", file);

    assertThat(Imports.counts(first)).containsExactly(5_000, 0, 0);
    assertThat(Imports.counts(again)).containsExactly(0, 5_000, 0);
    assertThat(again.at("/rowsTotal").intValue()).isEqualTo(5_000);
    assertThat(calls()).isEqualTo(5_000);
    assertThat(
            admin
                .get("/api/analytics/volumes?region=" + officer.region())
                .expect(200)
                .at("/total/calls")
                .intValue())
        .isEqualTo(5_000);
  }

  @Test
  void ends_the_same_in_whole_and_in_halves_at_the_same_time() {
    String[] file = file(3_000);
    String[] half = Arrays.copyOf(file, 1_501);
    List<Supplier<Answer>> requests = new ArrayList<>();
    for (String[] sent : List.of(file, half, file, half)) {
      requests.add(() -> Imports.send(admin, "calls", sent));
    }

    int accepted = 0;
    for (Answer answer : AtOnce.send(requests)) {
      List<Integer> counts = Imports.counts(Imports.ended(admin, answer.expect(202)));
      accepted += counts.get(0);
      assertThat(counts.get(2)).isZero();
    }

    assertThat(accepted).isEqualTo(3_000);
    assertThat(calls()).isEqualTo(3_000);
  }

  @Test
  void checks_only_in_a_dry_run() {
    String[] file = file(2_100);
    file[5] = file[5].replace("OUTGOING", "SIDEWAYS");
    Answer sent =
        admin.send(
            "POST", "/api/imports?kind=calls&dryRun=true", "text/csv", String.join("\n", file));

    Answer ended = Imports.ended(admin, sent.expect(202));

    assertThat(Imports.counts(ended)).containsExactly(2_099, 0, 1);
    assertThat(Imports.rejected(admin, ended))
        .singleElement()
        .asString()
        .startsWith("6,type,unknown-value,");
    assertThat(calls()).isZero();
  }

  @Test
  void adds_officers_then_their_clients_then_the_calls_with_them() {
    String region = accounts.region(Accounts.newRegion());
    String mail = Accounts.unique() + "@calllog.example";
    String company = "c-" + Accounts.unique();

    Answer officers =
        Imports.run(
            admin, "officers", "name;email;region;role", "Zoë;" + mail + ";" + region + ";officer");
    Answer clients =
        Imports.run(
            admin,
            "clients",
            "name,phone,externalId,ownerEmail,region,status",
            "Grace,+44 20 7946 0111,"
                + company
                + ","
                + mail.toUpperCase(Locale.ROOT)
                + ","
                + region
                + ",lead",
            "Nobody,4.47912E+11,,,,",
            "Grace,+44 20 7946 0111," + company + "," + mail + "," + region + ",lead",
            "Other,," + company + ",,,");
    Answer calls =
        Imports.run(
            admin,
            "calls",
            "officerEmail,clientExternalId,type,outcome,durationSeconds,startedAt",
            mail + "," + company + ",incoming,Follow-up,00:05:12," + start,
            mail + ",,incoming,No Answer,0,2026-11-20 09:30",
            mail + ",,incoming,Busy,0,20.11.2026 09:31",
            mail + ",,incoming,Busy,0,11/10/2026 09:31",
            "x" + mail + ",none,incoming,Busy,0,2026-11-20 09:30");

    assertThat(Imports.counts(officers)).containsExactly(1, 0, 0);
    assertThat(Imports.counts(clients)).containsExactly(1, 1, 2);
    assertThat(Imports.rejected(admin, clients))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("3,phone,malformed,").contains("spreadsheet"),
            line -> assertThat(line).startsWith("5,,external-id-taken,"));
    assertThat(Imports.rejected(admin, calls))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("5,startedAt,malformed,"),
            line -> assertThat(line).startsWith("6,officerEmail,unknown-reference,"),
            line -> assertThat(line).startsWith("6,clientExternalId,unknown-reference,"));
    assertThat(Imports.counts(calls)).containsExactly(3, 0, 2);
    Answer list = admin.get("/api/calls?region=" + region).expect(200);
    assertThat(list.text("/items/0/clientName")).isEqualTo("Grace");
    assertThat(list.at("/items/0/durationSeconds").intValue()).isEqualTo(312);
    assertThat(list.text("/items/0/outcome")).isEqualTo("FOLLOW_UP");
  }

  @Test
  void what_was_exported_is_unchanged() {
    for (int i = 0; i < 3; i++) {
      officer
          .api()
          .post(
              "/api/calls",
              io.calllog.api.Samples.call("comment", i == 0 ? "=1+1" : "\"quoted\", and\nmore"))
          .expect(201);
    }
    String exported = admin.get("/api/calls.csv?region=" + officer.region()).expect(200).body();

    Answer ended =
        Imports.ended(
            admin, admin.send("POST", "/api/imports?kind=calls", "text/csv", exported).expect(202));

    assertThat(Imports.counts(ended)).containsExactly(0, 3, 0);
  }

  @Test
  void imports_the_files_of_the_tour() throws IOException {
    accounts.region("EMEA/UK/London");
    Map<String, Integer> rows = Map.of("officers", 2, "clients", 3, "calls", 4, "follow-ups", 2);
    for (String kind : List.of("officers", "clients", "calls", "follow-ups")) {
      String file = Files.readString(Path.of("../docs/imports/" + kind + ".csv"));
      for (int repeat = 0; repeat < 2; repeat++) {
        Answer sent = admin.send("POST", "/api/imports?kind=" + kind, "text/csv", file);
        Answer ended = Imports.ended(admin, sent.expect(202));
        int count = requireNonNull(rows.get(kind));
        assertThat(Imports.counts(ended))
            .as("%s %s", kind, Imports.rejected(admin, ended))
            .isEqualTo(repeat == 0 ? List.of(count, 0, 0) : List.of(0, count, 0));
      }
    }
  }

  @Test
  void is_cancelled_and_seen_by_its_creator_and_administrators_only() {
    Api manager = accounts.manager(officer.region()).api();
    Answer sent = Imports.send(manager, "calls", file(1)).expect(202);
    String path = "/api/imports/" + sent.id();

    assertThat(Imports.counts(Imports.ended(manager, sent))).containsExactly(1, 0, 0);
    admin.get(path).expect(200);
    accounts.manager(officer.region()).api().get(path).expectProblem(404, "not-found");
    manager.delete(path).expectProblem(409, "import-finished");
    officer.api().send("POST", "/api/imports?kind=calls", "text/csv", HEADER).expect(403);
    manager.send("POST", "/api/imports?kind=officers", "text/csv", "name,email").expect(403);
    Answer strangers = Imports.run(accounts.manager(Accounts.newRegion()).api(), "calls", file(1));
    assertThat(Imports.counts(strangers)).containsExactly(0, 0, 1);
    assertThat(manager.get("/api/imports?count=true").expect(200).at("/total").intValue())
        .isEqualTo(1);
    assertThat(
            admin
                .get("/api/audit?subjectType=IMPORT&subjectId=" + sent.id())
                .expect(200)
                .at("/items")
                .valueStream()
                .map(entry -> entry.path("action").asString()))
        .containsExactlyInAnyOrder("IMPORT_FINISHED", "IMPORT_STARTED");
  }

  private String[] file(int rows) {
    String[] lines = new String[rows + 1];
    lines[0] = HEADER;
    for (int i = 1; i <= rows; i++) {
      lines[i] =
          "%s,OUTGOING,SUCCESSFUL,%s,%s,\"Row %s, quoted\",%s"
              .formatted(
                  officer.email(), i % 600, start.plusSeconds(i), i, i % 2 == 0 ? "" : "pbx-" + i);
    }
    return lines;
  }

  private int calls() {
    return admin
        .get("/api/calls?count=true&limit=1&region=" + officer.region())
        .expect(200)
        .at("/total")
        .intValue();
  }
}
