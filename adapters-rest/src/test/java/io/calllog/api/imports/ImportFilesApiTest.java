package io.calllog.api.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people and programs write them. */
@RestOnFakes
class ImportFilesApiTest {

  private final Accounts accounts;
  private final Account admin;
  private final Account officer;

  ImportFilesApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin();
    this.officer = accounts.officer(Accounts.newRegion());
  }

  @Test
  void quotes_line_breaks_and_separators_are_read() {
    for (String separator : List.of(",", ";", "\t")) {
      String name = "N " + Accounts.unique();
      String file =
          ("\ufeffname|company|address\r\n\""
                  + name
                  + ", \"\"Ltd\"\"\"|=1+1|\"12 Fleet Street\nLondon\"\r\n\r\n||\r\n")
              .replace("|", separator);

      assertThat(Imports.counts(run("clients", file))).containsExactly(1, 0, 0);

      Answer found = api().get("/api/clients?q=" + name.replace(" ", "%20")).expect(200);
      assertThat(found.text("/items/0/name")).isEqualTo(name + ", \"Ltd\"");
      assertThat(found.text("/items/0/company")).isEqualTo("=1+1");
      assertThat(found.text("/items/0/address")).isEqualTo("12 Fleet Street\nLondon");
    }
  }

  @Test
  void the_header_is_checked_before_the_rows() {
    String many = IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

    assertThat(errors(send("clients", "name,colour\nAda,red"))).containsExactly("/colour unknown");
    assertThat(errors(send("clients", "name,email,name\n"))).containsExactly("/name duplicate");
    assertThat(errors(send("clients", "email\n"))).containsExactly("/name required");
    assertThat(errors(send("calls", "type\n")))
        .containsExactly(
            "/outcome required",
            "/durationSeconds required",
            "/startedAt required",
            "/officerId required");
    assertThat(errors(send("clients", ""))).containsExactly(" required");
    assertThat(errors(send("clients", "\n\n"))).containsExactly(" required");
    assertThat(errors(send("clients", "name," + many))).hasSize(100);
    assertThat(Imports.counts(run("clients", "name"))).containsExactly(0, 0, 0);
  }

  @Test
  void a_broken_file_is_refused_with_its_line_and_leaves_nothing() throws Exception {
    long before = total();
    String good = "name,company\nAda,A\n";

    assertThat(errors(send("clients", good + "\"Bob,B\nCarl,C\n")))
        .containsExactly("/3 malformed-csv");
    assertThat(errors(send("clients", good + "\"Bob\"x,B\n"))).containsExactly("/3 malformed-csv");
    assertThat(errors(send("clients", good + "x".repeat(10_000_000) + ",B\n")))
        .containsExactly("/3 too-long");
    assertThat(latin1(good + "Bob,Böse & Söhne\n"))
        .contains("\"pointer\":\"/3/company\"")
        .contains("not-utf-8")
        .contains("line 3, column company");

    assertThat(total()).isEqualTo(before);
  }

  @Test
  void the_replacement_character_is_text_like_any_other() {
    String name = "N " + Accounts.unique();

    assertThat(Imports.counts(run("clients", "name,company\n" + name + ",B\ufffdse\n")))
        .containsExactly(1, 0, 0);
  }

  @Test
  void the_same_clients_of_another_administrator_are_unchanged() {
    String file = "name,company\nN " + Accounts.unique() + ",Acme\n";
    Api other = accounts.create("ADMIN", "").api();

    assertThat(Imports.counts(run("clients", file))).containsExactly(1, 0, 0);
    Answer sent = other.send("POST", "/api/imports?kind=clients", "text/csv", file).expect(202);

    assertThat(Imports.counts(Imports.ended(other, sent))).containsExactly(0, 1, 0);
  }

  @Test
  void the_same_files_after_a_merge_add_nothing() {
    String unique = Accounts.unique();
    String clients =
        """
        externalId,name,phone,region
        A-%1$s,Acme,+442079460001,%2$s
        B-%1$s,Acme Ltd,+442079460002,%2$s
        """
            .formatted(unique, officer.region());
    String calls =
        """
        officerId,clientExternalId,clientPhone,type,outcome,durationSeconds,startedAt,externalId
        %2$s,B-%1$s,,INCOMING,BUSY,0,2026-11-20T09:30:00Z,pbx-%1$s
        %2$s,B-%1$s,,INCOMING,BUSY,0,2026-11-20T09:31:00Z,
        %2$s,B-%1$s,,INCOMING,BUSY,0,2026-11-20T09:31:00Z,
        %2$s,,+442079460002,INCOMING,BUSY,0,2026-11-20T09:32:00Z,
        """
            .formatted(unique, officer.id());
    String followUps =
        """
        officerId,clientExternalId,dueAt
        %2$s,B-%1$s,2027-01-10T09:30:00Z
        """
            .formatted(unique, officer.id());
    assertThat(Imports.counts(run("clients", clients))).containsExactly(2, 0, 0);
    assertThat(Imports.counts(run("calls", calls))).containsExactly(3, 1, 0);
    assertThat(Imports.counts(run("follow-ups", followUps))).containsExactly(1, 0, 0);
    String kept = find("A-" + unique);
    String merged = find("B-" + unique);
    String byBoth =
        """
        officerId,clientId,clientExternalId,type,outcome,durationSeconds,startedAt
        %2$s,%3$s,B-%1$s,INCOMING,BUSY,0,2026-11-20T09:33:00Z
        """
            .formatted(unique, officer.id(), merged);
    assertThat(Imports.counts(run("calls", byBoth))).containsExactly(1, 0, 0);
    String followUp =
        api().items("/api/follow-ups?clientId=" + merged).getFirst().at("/id").asString();
    api().patch("/api/follow-ups/" + followUp, Api.json("state", "CANCELLED")).expect(200);
    api().post("/api/clients/" + kept + "/merge", Api.json("from", merged)).expect(200);

    assertThat(find("B-" + unique)).isEqualTo(kept);
    assertThat(Imports.counts(run("clients", clients))).containsExactly(0, 2, 0);
    assertThat(Imports.counts(run("calls", calls))).containsExactly(0, 4, 0);
    assertThat(Imports.counts(run("calls", byBoth))).containsExactly(0, 1, 0);
    assertThat(Imports.counts(run("follow-ups", followUps))).containsExactly(0, 1, 0);
    assertThat(api().items("/api/clients?region=" + officer.region())).hasSize(1);
    String more = calls.replace("T09:", "T10:").replace("pbx", "pby");
    assertThat(Imports.counts(run("calls", more))).containsExactly(3, 1, 0);
    assertThat(api().items("/api/calls?clientId=" + kept)).hasSize(7);
    api()
        .post("/api/clients", Api.json("name", "Acme Ltd", "externalId", "B-" + unique))
        .expectProblem(409, "external-id-taken");
  }

  private String find(String externalId) {
    return api().get("/api/clients?externalId=" + externalId).expect(200).text("/items/0/id");
  }

  @Test
  void an_imported_officer_signs_in_when_a_password_was_set() {
    String mail = Accounts.unique() + "@calllog.example";
    assertThat(errors(send("officers", "name,email,password\nZoë," + mail + ",a long secret\n")))
        .containsExactly("/password unknown");
    run("officers", "name,email\nZoë," + mail + "\n");
    String password = "correct horse battery";
    var signIn = Map.of("email", mail, "password", password);

    api().post("/api/auth/login", signIn).expectProblem(401, "bad-credentials");
    String id = api().get("/api/officers?q=" + mail).expect(200).text("/items/0/id");
    api().put("/api/officers/" + id + "/password", Map.of("newPassword", password)).expect(204);

    api().post("/api/auth/login", signIn).expect(200);
  }

  @Test
  void only_csv_in_utf_8_is_taken() {
    String path = "/api/imports?kind=clients";
    api().send("POST", path, "application/json", "{}").expectProblem(415, "unsupported-media-type");
    api()
        .send("POST", path, "text/csv;charset=iso-8859-1", "name")
        .expectProblem(415, "unsupported-media-type");
    api()
        .with("Content-Encoding", "gzip")
        .send("POST", path, "text/csv", "name")
        .expectProblem(415, "unsupported-media-type");
    api().send("POST", path, "text/csv; charset=UTF-8", "name").expect(202);
    api().send("POST", "/api/imports?kind=cats", "text/csv", "name").expect(400);
    api().send("POST", "/api/imports", "text/csv", "name").expect(400);
    api().send("POST", path + "&x=1", "text/csv", "name").expect(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T09:30:00+01:00 | 2026-11-20T08:30:00Z",
        "2026-11-20 09:30          | 2026-11-20T09:30:00Z",
        "2026-11-20 09:30:10.5     | 2026-11-20T09:30:10.500Z",
        "2026-11-20 09:30:00+00    | 2026-11-20T09:30:00Z",
        "20.11.2026 9:30           | 2026-11-20T09:30:00Z",
        "11/20/2026 9:30           | ",
        "46345.39                  | ",
        "2026-11-20                | ",
      })
  void times_are_read_as_spreadsheets_write_them(String written, String read) {
    Answer ended =
        run(
            "calls",
            Imports.CALLS_HEADER + "\n" + officer.id() + ",incoming,no answer,0," + written);

    if (read == null) {
      assertThat(Imports.rejected(api(), ended))
          .singleElement()
          .asString()
          .startsWith("2,startedAt,malformed,");
    } else {
      assertThat(Imports.counts(ended)).containsExactly(1, 0, 0);
      assertThat(
              api()
                  .get("/api/calls?officerId=" + officer.id() + "&limit=1")
                  .expect(200)
                  .text("/items/0/startedAt"))
          .isEqualTo(read);
    }
  }

  @Test
  void each_error_of_a_row_has_its_line_and_its_column() {
    String head = Imports.CALLS_HEADER + "\n";
    Answer ended =
        run(
            "calls",
            head
                + "\n"
                + officer.id()
                + ",sideways,busy,4.5,2026-11-20T09:30:00Z\n"
                + officer.id()
                + ",incoming,busy,0\n"
                + officer.id()
                + ",incoming,busy,90000,2050-01-01T09:30:00Z\n");

    assertThat(Imports.counts(ended)).containsExactly(0, 0, 3);
    assertThat(
            Imports.rejected(api(), ended).stream()
                .map(line -> line.replaceAll("^((?:[^,]*,){3}).*", "$1")))
        .containsExactly(
            "3,type,unknown-value,",
            "3,durationSeconds,wrong-type,",
            "4,,malformed-csv,",
            "5,durationSeconds,out-of-range,");
  }

  @Test
  void rejected_rows_are_guarded_against_formulas() {
    Answer ended = run("clients", "name,phone\n=cmd(),x\n");

    assertThat(Imports.rejected(api(), ended))
        .singleElement()
        .asString()
        .startsWith("2,phone,malformed,")
        .endsWith(",'=cmd(),x");
  }

  private Api api() {
    return admin.api();
  }

  private Answer send(String kind, String file) {
    return api().send("POST", "/api/imports?kind=" + kind, "text/csv", file);
  }

  private Answer run(String kind, String file) {
    return Imports.ended(api(), send(kind, file).expect(202));
  }

  private long total() {
    return api().get("/api/imports?count=true&limit=1").expect(200).at("/total").intValue();
  }

  private static List<String> errors(Answer refused) {
    refused.expectProblem(400, "invalid-input");
    return refused
        .at("/errors")
        .valueStream()
        .map(error -> error.path("pointer").asString() + " " + error.path("code").asString())
        .toList();
  }

  private String latin1(String file) throws IOException, InterruptedException {
    assertThat(file.getBytes(ISO_8859_1)).isNotEqualTo(file.getBytes(UTF_8));
    var request =
        HttpRequest.newBuilder(URI.create(api().base() + "/api/imports?kind=clients"))
            .header("Authorization", "Bearer " + admin.token())
            .header("Content-Type", "text/csv")
            .POST(BodyPublishers.ofByteArray(file.getBytes(ISO_8859_1)))
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }
}
