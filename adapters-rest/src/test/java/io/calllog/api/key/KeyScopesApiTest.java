package io.calllog.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.RestOnFakes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scope allows the operations that it is for, and no others. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class KeyScopesApiTest {

  private final Accounts accounts;
  private final OpenApiDocument document;

  KeyScopesApiTest(Api api, Accounts accounts) {
    this.accounts = accounts;
    this.document = new OpenApiDocument(api);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          calls:read    | GET /api/calls, GET /api/calls/{id}, GET /api/calls/{id}/revisions, \
          GET /api/clients/{id}/calls, GET /api/officers/{id}/calls, GET /api/calls.csv, GET /api/calls.xlsx
          calls:write   | POST /api/calls, POST /api/calls/batch, PUT /api/calls/{id}, \
          PATCH /api/calls/{id}, DELETE /api/calls/{id}, POST /api/calls/{id}/restore, \
          POST /api/clients/{id}/claim-calls
          clients:read  | GET /api/clients, GET /api/clients/{id}, GET /api/clients.csv, GET /api/clients.xlsx
          clients:write | POST /api/clients, PUT /api/clients/{id}, PATCH /api/clients/{id}, \
          DELETE /api/clients/{id}, POST /api/clients/{id}/restore
          follow-ups:read | GET /api/follow-ups, GET /api/follow-ups/{id}, GET /api/follow-ups.csv, GET /api/follow-ups.xlsx
          follow-ups:write | POST /api/follow-ups, PATCH /api/follow-ups/{id}, DELETE /api/follow-ups/{id}
          officers:read | GET /api/officers, GET /api/officers/{id}, GET /api/officers.csv, GET /api/officers.xlsx
          figures:read  | GET /api/analytics/volumes, GET /api/analytics/call-time-per-officer, \
          GET /api/analytics/calls-per-officer-per-day, GET /api/analytics/outcomes, \
          GET /api/analytics/types, GET /api/analytics/summary, GET /api/analytics/volumes.csv, \
          GET /api/analytics/call-time-per-officer.csv, \
          GET /api/analytics/calls-per-officer-per-day.csv, GET /api/analytics/outcomes.csv, \
          GET /api/analytics/types.csv, GET /api/analytics/summary.csv, \
          GET /api/analytics/follow-ups, GET /api/analytics/follow-ups.csv, \
          GET /api/analytics/coverage, GET /api/analytics/coverage.csv, \
          GET /api/analytics/hours, GET /api/analytics/hours.csv, \
          GET /api/analytics/coverage, GET /api/analytics/coverage.csv, \
          GET /api/targets/officers/{id}, GET /api/targets/regions/{id}
          changes:read  | GET /api/changes
          """)
  void allows_these_operations(String scope, String operations) {
    Set<String> expected = new TreeSet<>(List.of(operations.split(",\\s*")));
    if (scope.endsWith(":read")) {
      expected.addAll(List.of("GET /api/regions", "GET /api/regions/{id}"));
    }
    expected.addAll(
        List.of("POST /api/auth/register", "POST /api/auth/login", "POST /api/auth/refresh"));
    if (scope.endsWith(":write")) {
      expected.addAll(
          List.of(
              "GET /api/imports",
              "GET /api/imports/{id}",
              "GET /api/imports/{id}/rejected",
              "DELETE /api/imports/{id}"));
    }
    Account key = accounts.key(Accounts.newRegion(), scope);
    Set<String> allowed = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    for (Operation operation : document.operations()) {
      all.add(operation.name());
      if (status(key, operation) != 403) {
        allowed.add(operation.name());
      }
    }
    expected.retainAll(all);

    assertThat(allowed).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/metrics",
        "/actuator/prometheus",
        "/api/keys/",
        "/api/calls/",
        "/api/CALLS",
        "/api//calls",
        "/api/calls/x/y",
        "/"
      })
  void denies_other_addresses(String path) {
    Account key = accounts.key(Accounts.newRegion(), "calls:read", "calls:write", "changes:read");

    assertThat(key.api().get(path).status()).isIn(403, 400);
    assertThat(key.api().send("HEAD", path, null, null).status()).isIn(403, 400);
  }

  @Test
  void reads_with_head_as_with_get() {
    Account key = accounts.key(Accounts.newRegion(), "calls:read");

    key.api().send("HEAD", "/api/calls", null, null).expect(200);
    assertThat(key.api().send("HEAD", "/api/clients", null, null).status()).isEqualTo(403);
    key.api().send("PROPFIND", "/api/calls", null, null).expect(403);
  }

  @Test
  void is_asked_after_the_key_and_before_the_request_is_read() {
    Account key = accounts.key(Accounts.newRegion(), "clients:read");

    key.api().post("/api/calls", "{").expectProblem(403, "not-permitted");
    key.api().get("/api/calls?what=ever").expectProblem(403, "not-permitted");
    key.api().get("/api/clients?what=ever").expectProblem(400, "invalid-input");
    key.api().get("/api/clients/" + UUID.randomUUID()).expectProblem(404, "not-found");
    key.api().with("Authorization", "Bearer clk_").get("/api/calls").expect(401);
  }

  @Test
  void imports_need_the_scope_of_their_kind() {
    Account calls = accounts.key(Accounts.newRegion(), "calls:write");

    for (String kind :
        List.of(
            "?kind=clients", "?kind=officers", "?kind=calls&kind=clients", "?kind=%c3%28", "")) {
      assertThat(calls.api().send("POST", "/api/imports" + kind, "text/csv", "a").status())
          .isEqualTo(403);
    }
    assertThat(calls.api().send("POST", "/api/imports?kind=calls", "text/csv", "a").status())
        .isNotEqualTo(403);
  }

  private int status(Account key, Operation operation) {
    String path = operation.at(UUID.randomUUID().toString());
    String type = document.requestType(operation.json()).orElse(null);
    return key.api().send(operation.method(), path, type, type == null ? null : "{}").status();
  }
}
