package io.calllog.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.OpenApiDocument.Operation;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body cannot set properties that the API does not describe for it. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class MassAssignmentApiTest {

  /** Properties of the stored resources, and names that an attacker might guess. */
  private static final List<String> NAMES =
      List.of(
          "id",
          "version",
          "role",
          "status",
          "region",
          "leads",
          "email",
          "password",
          "passwordHash",
          "password_hash",
          "tokenVersion",
          "admin",
          "isAdmin",
          "authorities",
          "officerId",
          "ownerId",
          "clientId",
          "officer",
          "owner",
          "loggedBy",
          "loggedAt",
          "createdAt",
          "updatedAt",
          "deletedAt",
          "history",
          "totals",
          "officerName",
          "clientName",
          "class",
          "__proto__",
          "constructor",
          "details.role",
          "details");

  /** The properties that a body may have for any actor, by the end of the path. */
  private static final Set<String> IN_OFFICER =
      Set.of("email", "password", "role", "status", "region", "leads");

  private final Targets targets;
  private final Accounts accounts;

  MassAssignmentApiTest(Api api, Accounts accounts) {
    this.targets = new Targets(api, accounts);
    this.accounts = accounts;
  }

  @Test
  void unknown_properties_are_refused_in_every_body() {
    for (Operation operation : targets.withBodies()) {
      var body = targets.body(operation);
      List<String> unknown =
          NAMES.stream()
              .filter(n -> !targets.properties(operation).containsKey(n))
              .filter(n -> !targets.readOnly(operation).contains(n))
              .toList();
      for (Object value : new Object[] {"ADMIN", 0, true, List.of(), Api.json("role", "ADMIN")}) {
        unknown.forEach(name -> body.put(name, value));
        Answer refused = targets.send(operation, body);
        assertThat(ProblemShape.places(refused))
            .as(operation.name())
            .containsExactlyInAnyOrderElementsOf(unknown.stream().map(n -> "/" + n).toList());
        refused
            .at("/errors")
            .forEach(error -> assertThat(error.path("code").asString()).isEqualTo("unknown"));
      }
    }
  }

  @Test
  void privileged_properties_are_known_in_few_bodies() {
    for (Operation operation : targets.withBodies()) {
      Set<String> known = targets.properties(operation).keySet();
      boolean ofOfficers = operation.path().matches("/api/officers(/\\{id})?");
      assertThat(known)
          .as(operation.name())
          .doesNotContain("version", "tokenVersion", "passwordHash");
      assertThat(known.contains("role")).as(operation.name()).isEqualTo(ofOfficers);
      assertThat(known.contains("id"))
          .as(operation.name())
          .isEqualTo(operation.name().matches("POST /api/(calls|clients|follow-ups)"));
      if (ofOfficers && operation.method().equals("POST")) {
        assertThat(known).containsAll(IN_OFFICER);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, role, ADMIN",
    "PATCH, status, ON_LEAVE",
    "PATCH, region, ''",
    "PATCH, email, mine@calllog.example",
    "PUT, role, ADMIN",
    "PUT, status, ON_LEAVE",
    "PUT, region, ''",
    "PUT, email, mine@calllog.example",
  })
  void a_forbidden_property_changes_nothing(String method, String name, String value) {
    Account officer = accounts.officer(Accounts.newRegion());
    String path = "/api/officers/" + officer.id();
    String type = method.equals("PUT") ? "application/json" : "application/merge-patch+json";
    Answer before = officer.api().get(path).expect(200);

    officer
        .api()
        .send(method, path, type, Api.json("name", "Somebody", name, value))
        .expectProblem(403, "not-permitted");

    assertThat(officer.api().get(path).expect(200).body()).isEqualTo(before.body());
  }

  @ParameterizedTest
  @CsvSource({
    "role, ADMIN",
    "status, ACTIVE",
    "region, ''",
    "id, 7",
    "version, 7",
    "tokenVersion, 7"
  })
  void a_registration_with_a_privileged_property_creates_no_account(String name, String value) {
    String email = Accounts.unique() + "@calllog.example";
    var body =
        Api.json("name", "Somebody", "email", email, "password", Accounts.PASSWORD, name, value);

    Answer refused = accounts.admin().api().anonymous().post("/api/auth/register", body);

    assertThat(ProblemShape.places(refused)).containsExactly("/" + name);
    assertThat(accounts.admin().api().get("/api/officers?q=" + email).expect(200).at("/items"))
        .isEmpty();
  }
}
