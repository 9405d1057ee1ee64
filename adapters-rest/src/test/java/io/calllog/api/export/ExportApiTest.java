package io.calllog.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@RestOnFakes
class ExportApiTest {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;

  ExportApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
  }

  @Test
  void calls_are_those_of_all_pages_in_the_order_of_the_list() {
    String client = manager.api().post("/api/clients", Samples.client("name", "Ada")).id();
    for (int minute = 10; minute < 70; minute++) {
      log(
          "clientId",
          client,
          "startedAt",
          Instant.parse("2026-04-01T09:00:00Z").plus(minute, ChronoUnit.MINUTES).toString());
    }
    log("outcome", "BUSY", "startedAt", "2026-04-01T11:00:00Z");

    String query = "?outcome=SUCCESSFUL&from=2026-04-01T09:11:00Z";
    List<String> ids = column(csv("/api/calls" + query), "id");

    assertThat(ids).hasSize(59);
    assertThat(ids)
        .isEqualTo(
            manager.api().items("/api/calls" + query + "&limit=200").stream()
                .map(call -> call.at("/id").asString())
                .toList());
    assertThat(column(csv("/api/calls" + query + "&sort=startedAt"), "id"))
        .isEqualTo(ids.reversed());
    assertThat(column(csv("/api/calls" + query), "clientName")).containsOnly("Ada");
    assertThat(column(csv("/api/calls" + query), "startedAt")).contains("2026-04-01T10:09:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "calls,loggedBy,''",
    "clients,'',ownerName",
    "officers,'',''",
    "follow-ups,'',''",
  })
  void columns_are_the_properties_of_the_list(String list, String nested, String added) {
    String client =
        manager.api().post("/api/clients", Samples.wholeClient("ownerId", officer.id())).id();
    manager.api().post("/api/follow-ups", Samples.followUp(client)).expect(201);
    log("comment", "A comment");
    JsonNode item = manager.api().items("/api/" + list + "?limit=1").getFirst();
    List<String> expected = new ArrayList<>();
    for (String name : item.propertyNames()) {
      if (name.equals(nested)) {
        expected.addAll(List.of(name + "Id", name + "Name"));
      } else {
        expected.add(name);
      }
    }
    if (!added.isEmpty()) {
      expected.add(added);
    }

    String header = csv("/api/" + list).body().lines().findFirst().orElseThrow();

    assertThat(header.split(",")).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void text_is_quoted_and_guarded_and_phone_numbers_are_not() {
    manager
        .api()
        .post(
            "/api/clients",
            Samples.client("name", "=1+\"1\"", "company", "a,b", "phone", "+442079460958"))
        .expect(201);

    String line = csv("/api/clients").body().lines().skip(1).findFirst().orElseThrow();

    assertThat(line).contains(",\"'=1+\"\"1\"\"\",\"a,b\",+442079460958,");
  }

  @Test
  void is_written_for_excel_on_request() {
    Answer csv = csv("/api/officers?bom=true&separator=;");

    assertThat(csv.body()).startsWith("\ufeffid;name;email;");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(csv.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"officers.csv\"");
  }

  @Test
  void the_regions_that_a_manager_leads_are_in_one_column() {
    Account leader =
        accounts.leader(
            manager.region(), manager.region(), accounts.region("X/" + Accounts.newRegion()));

    assertThat(
            column(csvOf(leader, "/api/officers?role=MANAGER&q=" + leader.email()), "leads")
                .getFirst())
        .matches("[^|]+\\|[^|]+");
  }

  @Test
  void shows_only_what_the_list_shows() {
    Account elsewhere = accounts.manager(Accounts.newRegion());
    log("comment", "Not for others");

    assertThat(csvOf(elsewhere, "/api/calls").body().lines()).hasSize(1);
    assertThat(csvOf(elsewhere, "/api/clients").body().lines()).hasSize(1);
    assertThat(column(csvOf(elsewhere, "/api/officers"), "id")).containsExactly(elsewhere.id());
    officer.api().anonymous().with("Accept", "text/csv").get("/api/calls").expect(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=10", "cursor=x", "count=true", "x=y"})
  void has_no_pages(String parameter) {
    for (String path :
        new String[] {"/api/calls", "/api/clients", "/api/officers", "/api/follow-ups"}) {
      for (String extension : new String[] {".csv", ".xlsx"}) {
        Answer refused = manager.api().get(path + extension + "?" + parameter);
        assertThat(refused.expectProblem(400, "invalid-input").text("/errors/0/parameter"))
            .isEqualTo(parameter.replaceFirst("=.*", ""));
        assertThat(refused.header("Content-Disposition")).isEmpty();
      }
    }
    manager.api().with("Accept", "text/csv").get("/api/calls?" + parameter).expect(400);
    manager.api().get("/api/calls.xlsx?bom=true").expectProblem(400, "invalid-input");
    manager.api().get("/api/calls.csv?separator=x").expectProblem(400, "invalid-input");
    manager
        .api()
        .get("/api/calls.csv?from=2026-02-01&to=2026-01-01")
        .expectProblem(400, "invalid-input");
  }

  @Test
  void sheets_have_the_same_address_with_another_extension_or_accept() {
    log("comment", "A comment");
    for (String list : new String[] {"calls", "clients", "officers", "follow-ups"}) {
      Answer sheet = manager.api().with("Accept", XLSX).get("/api/" + list).expect(200);

      assertThat(sheet.header("Content-Type")).isEqualTo(XLSX);
      assertThat(sheet.header("Content-Disposition"))
          .isEqualTo("attachment; filename=\"" + list + ".xlsx\"");
      assertThat(sheet.body()).startsWith("PK");
      assertThat(manager.api().get("/api/" + list + ".xlsx").expect(200).body()).startsWith("PK");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "*/*, application/json",
    "'text/csv;q=0.5, application/json', application/json",
    "'text/csv, */*', text/csv;charset=UTF-8",
    "text/*, text/csv;charset=UTF-8",
  })
  void accept_decides_about_the_format(String accept, String type) {
    assertThat(manager.api().with("Accept", accept).get("/api/calls").header("Content-Type"))
        .isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"calls.csv", "clients.xlsx"})
  void head_has_the_headers_only(String file) {
    Answer head = manager.api().send("HEAD", "/api/" + file, null, null).expect(200);

    assertThat(head.header("Content-Disposition")).contains(file);
    assertThat(head.body()).isEmpty();
  }

  private void log(Object... fields) {
    officer.api().post("/api/calls", Samples.call(fields)).expect(201);
  }

  private Answer csv(String path) {
    return csvOf(manager, path);
  }

  private static Answer csvOf(Account reader, String path) {
    return reader.api().with("Accept", "text/csv").get(path).expect(200);
  }

  /** The values of a column. Lines of the samples have no quotes. */
  private static List<String> column(Answer csv, String name) {
    List<String> lines = csv.body().lines().toList();
    int place = List.of(lines.getFirst().split(",", -1)).indexOf(name);
    return lines.stream().skip(1).map(line -> line.split(",", -1)[place]).toList();
  }
}
