package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Erasure removes all personal data of a person and keeps their calls, entries and figures. */
@ApiTest
class EraseApiIT {

  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final Accounts accounts;
  private final ErasedData data;
  private final String region = Accounts.newRegion();

  /** Part of each text that must be erased. */
  private final String mark = Accounts.unique();

  EraseApiIT(Accounts accounts, JdbcClient database) {
    this.accounts = accounts;
    this.data = new ErasedData(database);
  }

  @Test
  void erases_all_personal_data_of_a_client() {
    Account officer = accounts.officer(region);
    String client = newClient(officer.api());
    String call = newCall(officer.api(), client);
    officer.api().patch("/api/calls/" + call, Api.json("comment", "Again " + mark)).expect(200);
    String deleted = newCall(officer.api(), client);
    officer.api().delete("/api/calls/" + deleted).expect(204);
    officer.api().patch("/api/clients/" + client, Api.json("name", "Now " + mark)).expect(200);
    Answer before = admin().get("/api/calls/" + call).expect(200);
    JsonNode figures = figures();
    assertThat(data.tablesWith(mark)).contains("clients", "calls", "audit_personal");

    admin().post(at("clients", client), Api.json()).expect(204);

    assertThat(data.tablesWith(mark)).isEmpty();
    assertThat(figures()).isEqualTo(figures);
    admin().get("/api/clients/" + client).expect(404);
    Answer after = admin().get("/api/calls/" + call).expect(200);
    assertThat(after.text("/clientId")).isEqualTo(client);
    assertThat(after.text("/clientName")).isEqualTo("Erased");
    assertThat(after.at("/comment").isNull()).isTrue();
    assertThat(after.etag()).isNotEqualTo(before.etag());
    admin()
        .ifMatch(before.etag())
        .patch("/api/calls/" + call, Api.json("outcome", "BUSY"))
        .expect(412);
  }

  @Test
  void erases_all_personal_data_of_an_officer() {
    String mail = mark + "@calllog.example";
    accounts.region(region);
    var body =
        Api.json(
            "name", "Eve " + mark, "email", mail, "password", Accounts.PASSWORD, "region", region);
    String id = admin().post("/api/officers", body).expect(201).id();
    Account officer = accounts.signIn(mail, Accounts.PASSWORD);
    String call = newCall(officer.api(), null);
    officer.api().patch("/api/calls/" + call, Api.json("comment", "Again " + mark)).expect(200);
    officer.api().patch("/api/officers/" + id, Api.json("name", "Now " + mark)).expect(200);
    JsonNode figures = figures();

    admin().post(at("officers", id), Api.json()).expect(204);

    assertThat(data.tablesWith(mark)).isEmpty();
    assertThat(figures()).isEqualTo(figures);
    officer.api().get("/api/auth/profile").expect(401);
    admin()
        .anonymous()
        .post("/api/auth/login", Api.json("email", mail, "password", Accounts.PASSWORD))
        .expect(401);
    String placeholder = id + "@erased.invalid";
    admin()
        .anonymous()
        .post("/api/auth/login", Api.json("email", placeholder, "password", "erased"))
        .expect(401);
    assertThat(admin().get("/api/calls/" + call).expect(200).text("/officerName"))
        .isEqualTo("Erased");
    var own = Trail.list(admin(), "actorId=" + id);
    assertThat(own).isNotEmpty().allSatisfy(e -> assertThat(e.path("address").isNull()).isTrue());
    admin().post("/api/officers", body).expect(201);
  }

  @Test
  void is_recorded_in_the_audit_trail_with_the_names_of_erased_fields() {
    Account officer = accounts.officer(region);
    String client = newClient(officer.api());
    admin().post(at("clients", client), Api.json()).expect(204);

    var entries = Trail.of(accounts.manager(region).api(), client);
    assertThat(Trail.actions(entries))
        .containsExactlyInAnyOrder("CLIENT_ERASED", "PERSONAL_VALUES_BLANKED", "CLIENT_CREATED");
    assertThat(Trail.changes(Trail.only(entries, "CLIENT_CREATED", "DONE")))
        .contains("name: null -> null", "status: null -> LEAD");
    JsonNode blanked = Trail.only(entries, "PERSONAL_VALUES_BLANKED", "DONE");
    assertThat(Trail.changes(blanked)).containsExactly("values: 3 -> 0");
    assertThat(Trail.text(blanked, "actorId")).isEqualTo(accounts.admin().id());
  }

  @Test
  void erases_deleted_persons_and_can_be_repeated() {
    Account officer = accounts.officer(region);
    String client = newClient(officer.api());
    admin().delete("/api/clients/" + client).expect(204);
    admin().delete("/api/officers/" + officer.id()).expect(204);
    for (int i = 0; i < 2; i++) {
      admin().post(at("clients", client), Api.json()).expect(204);
      admin().post(at("officers", officer.id()), Api.json()).expect(204);
    }

    assertThat(data.tablesWith(mark)).isEmpty();
    assertThat(data.tablesWith(officer.email())).isEmpty();
  }

  @Test
  void erases_the_comment_of_a_call_that_got_its_client_later() {
    Account officer = accounts.officer(region);
    String mistaken = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String meant = newClient(officer.api());
    String call = newCall(officer.api(), mistaken);
    officer.api().patch("/api/calls/" + call, Api.json("comment", "Again " + mark)).expect(200);
    officer.api().patch("/api/calls/" + call, Api.json("clientId", meant)).expect(200);
    admin().post(at("clients", meant), Api.json()).expect(204);

    assertThat(data.tablesWith(mark)).isEmpty();
  }

  @Test
  void keeps_the_data_of_other_persons() {
    Account officer = accounts.officer(region);
    String other = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    String call = newCall(officer.api(), other);
    officer.api().patch("/api/calls/" + call, Api.json("comment", "Kept " + mark)).expect(200);
    admin().post(at("clients", newClient(officer.api())), Api.json()).expect(204);

    assertThat(admin().get("/api/clients/" + other).expect(200).text("/company"))
        .isEqualTo("Ludgate & Sons");
    assertThat(Trail.changes(Trail.of(admin(), call).getFirst()))
        .containsExactly("comment: About " + mark + " -> Kept " + mark);
  }

  @Test
  void requires_an_administrator() {
    Account officer = accounts.officer(region);
    Account manager = accounts.manager(region);
    Account stranger = accounts.manager(Accounts.newRegion());
    String client = newClient(officer.api());
    for (String path : List.of(at("clients", client), at("officers", officer.id()))) {
      officer.api().post(path, Api.json()).expectProblem(403, "not-permitted");
      manager.api().post(path, Api.json()).expectProblem(403, "not-permitted");
      stranger.api().post(path, Api.json()).expectProblem(404, "not-found");
      stranger.api().post(path + "?x=1", Api.json()).expectProblem(400, "invalid-input");
      admin().post(path + "?x=1", Api.json()).expectProblem(400, "invalid-input");
      admin().anonymous().post(path, Api.json()).expect(401);
    }
    admin().delete("/api/clients/" + client).expect(204);
    manager.api().post(at("clients", client), Api.json()).expectProblem(404, "not-found");
    for (String kind : List.of("clients", "officers")) {
      admin().post(at(kind, NOBODY), Api.json()).expectProblem(404, "not-found");
      admin().post(at(kind, "7"), Api.json()).expectProblem(400, "invalid-input");
    }
    assertThat(data.tablesWith(mark)).isNotEmpty();
  }

  private String newClient(Api api) {
    return api.post(
            "/api/clients",
            Api.json("name", "Client " + mark, "company", mark, "email", mark + "@x.example"))
        .expect(201)
        .id();
  }

  private String newCall(Api api, @org.jspecify.annotations.Nullable String client) {
    return api.post("/api/calls", Samples.call("clientId", client, "comment", "About " + mark))
        .expect(201)
        .id();
  }

  private JsonNode figures() {
    return admin()
        .with("Cache-Control", "no-cache")
        .get("/api/analytics/outcomes?region=" + region)
        .expect(200)
        .at("/items");
  }

  private static String at(String kind, String id) {
    return "/api/" + kind + "/" + id + "/erase";
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
