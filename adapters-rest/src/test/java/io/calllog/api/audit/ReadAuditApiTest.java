package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Filters, pages and permissions of the audit trail. */
@RestOnFakes
class ReadAuditApiTest {

  private final Accounts accounts;
  private final String region;

  ReadAuditApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.region = accounts.region(Accounts.newRegion());
  }

  @Test
  void managers_see_the_entries_of_their_territory() {
    Account manager = accounts.manager(region);
    String inside = client(region + "/London");
    String beside = client(region + "X");
    String unassigned = client("unassigned");

    assertThat(Trail.of(manager.api(), inside)).hasSize(1);
    assertThat(Trail.of(manager.api(), beside)).isEmpty();
    assertThat(Trail.of(manager.api(), unassigned)).isEmpty();
    assertThat(Trail.of(admin(), unassigned)).hasSize(1);
    assertThat(Trail.list(manager.api(), "action=AUDIT_READ")).isEmpty();
  }

  @Test
  void entries_of_a_moved_client_stay_visible_up_to_the_move() {
    Account manager = accounts.manager(region);
    String client = client(region);
    String path = "/api/clients/" + client;
    admin().patch(path, Api.json("region", accounts.region(Accounts.newRegion()))).expect(200);
    admin().patch(path, Api.json("name", "Afterwards")).expect(200);

    assertThat(Trail.actions(Trail.of(manager.api(), client)))
        .containsExactly("CLIENT_CHANGED", "CLIENT_CREATED");
    assertThat(Trail.of(admin(), client)).hasSize(3);
  }

  @Test
  void a_manager_of_the_root_sees_all_entries_with_a_region() {
    Account manager = accounts.manager("");
    String client = client(region);
    accounts.officer(region).api().get(Trail.PATH).expect(403);

    assertThat(Trail.of(manager.api(), client)).hasSize(1);
    assertThat(Trail.list(manager.api(), "action=AUDIT_READ")).isEmpty();
    assertThat(Trail.list(admin(), "action=AUDIT_READ")).isNotEmpty();
  }

  @Test
  void an_unassigned_manager_sees_entries_by_and_about_themselves() {
    Account manager = accounts.create("MANAGER", "unassigned");
    String own = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    client("unassigned");

    var entries = Trail.list(manager.api(), "limit=200");
    assertThat(Trail.actions(entries))
        .containsExactly("CLIENT_CREATED", "SIGNED_IN", "OFFICER_CREATED");
    assertThat(Trail.text(entries.getFirst(), "subjectId")).isEqualTo(own);
  }

  @Test
  void officers_cannot_read_the_trail() {
    accounts.officer(region).api().get(Trail.PATH).expectProblem(403, "not-permitted");
    admin().anonymous().get(Trail.PATH).expect(401);
  }

  @Test
  void filters_are_combined() {
    Account manager = accounts.manager(region);
    String client = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    manager.api().patch("/api/clients/" + client, Api.json("name", "Other")).expect(200);
    String at = Trail.text(Trail.of(admin(), client).getFirst(), "at");

    assertThat(actions("subjectId=" + client + "&action=CLIENT_CHANGED"))
        .containsExactly("CLIENT_CHANGED");
    assertThat(actions("actorId=" + manager.id() + "&subjectType=CLIENT"))
        .containsExactly("CLIENT_CHANGED", "CLIENT_CREATED");
    assertThat(actions("actorId=" + manager.id() + "&subjectType=OFFICER"))
        .containsExactly("SIGNED_IN");
    assertThat(actions("subjectId=" + client + "&from=" + at)).contains("CLIENT_CHANGED");
    assertThat(actions("subjectId=" + client + "&to=" + at)).doesNotContain("CLIENT_CHANGED");
    assertThat(actions("actorId=00000000-0000-7000-8000-000000000000")).isEmpty();
    assertThat(admin().get(Trail.PATH + "?count=true&subjectId=" + client).at("/total").asInt())
        .isEqualTo(2);
  }

  @Test
  void malformed_filters_are_refused() {
    for (String query :
        List.of(
            "action=client-changed",
            "subjectType=THING",
            "subjectId=7",
            "from=yesterday",
            "from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
            "outcome=DONE",
            "cursor=AQ",
            "limit=0")) {
      admin().get(Trail.PATH + "?" + query).expectProblem(400, "invalid-input");
    }
  }

  @Test
  void pages_contain_every_entry_once() {
    Account manager = accounts.manager(region);
    String client = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    for (int i = 0; i < 6; i++) {
      manager.api().patch("/api/clients/" + client, Api.json("name", "Name " + i)).expect(200);
    }
    for (Api reader : List.of(admin(), manager.api())) {
      List<String> walked = walk(reader, "subjectId=" + client);
      assertThat(walked).doesNotHaveDuplicates().hasSize(7);
      assertThat(walked)
          .isEqualTo(Trail.of(reader, client).stream().map(e -> Trail.text(e, "id")).toList());
    }
    String cursor = admin().get(Trail.PATH + "?limit=2&subjectId=" + client).text("/nextCursor");
    admin()
        .get(Trail.PATH + "?limit=2&actorId=" + manager.id() + "&cursor=" + cursor)
        .expectProblem(400, "invalid-input");
  }

  private List<String> walk(Api reader, String query) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = reader.get(Trail.PATH + "?limit=3&" + query + cursor).expect(200);
      page.at("/items").valueStream().map(e -> Trail.text(e, "id")).forEach(ids::add);
      JsonNode next = page.at("/nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return ids;
  }

  private List<String> actions(String query) {
    return Trail.actions(Trail.list(admin(), query));
  }

  private String client(String where) {
    return admin()
        .post("/api/clients", Samples.client("region", accounts.region(where)))
        .expect(201)
        .id();
  }

  private Api admin() {
    return accounts.admin().api();
  }
}
