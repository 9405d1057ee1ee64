package io.calllog.api.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What has changed since the last time. */
@RestOnFakes
class ChangesApiTest {

  private static final String PATH = "/api/changes";

  private final Accounts accounts;
  private final Api admin;
  private final String root = Accounts.newRegion();

  ChangesApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
  }

  @Test
  void begin_with_everything_that_the_lists_show() {
    accounts.region(root + "/UK");
    Account manager = accounts.create("MANAGER", root);
    Account officer = accounts.officer(root + "/UK");
    String client = officer.api().post("/api/clients", Samples.wholeClient()).expect(201).id();
    officer.api().post("/api/calls", Samples.call("clientId", client)).expect(201);
    String deleted = officer.api().post("/api/calls", Samples.call()).expect(201).id();
    officer.api().delete("/api/calls/" + deleted).expect(204);

    for (Account actor : List.of(manager, officer)) {
      List<JsonNode> items = new ArrayList<>();
      Answer page = actor.api().get(PATH + "?limit=2").expect(200);
      while (page.at("/more").booleanValue()) {
        items.addAll(page.at("/items").valueStream().toList());
        assertThat(page.at("/items").size()).isEqualTo(2);
        page = next(actor, page, "&limit=2");
      }
      items.addAll(page.at("/items").valueStream().toList());

      assertThat(items).allMatch(item -> item.at("/change").asString().equals("saved"));
      for (String kind : List.of("region", "officer", "client", "call")) {
        assertThat(items.stream().filter(item -> item.at("/kind").asString().equals(kind)))
            .as(kind)
            .extracting(item -> item.at("/value"))
            .containsExactlyInAnyOrderElementsOf(
                actor.api().items("/api/" + kind + "s?limit=200").stream()
                    .map(item -> kind.equals("client") ? withoutTotals(item) : item)
                    .toList());
      }
      assertThat(items).allMatch(item -> item.at("/id").equals(item.at("/value/id")));
      assertThat(next(actor, page, "").at("/items").size()).isZero();
    }
  }

  /** A call does not change the client, so the feed has no totals of its calls. */
  private static JsonNode withoutTotals(JsonNode client) {
    return ((ObjectNode) client).deepCopy().remove(List.of("calls", "connected", "lastCallAt"));
  }

  @Test
  void are_told_from_where_the_last_answer_ended() {
    Account officer = accounts.officer(root);
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String other = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    Answer end = officer.api().get(PATH + "?limit=1000").expect(200);

    officer.api().patch("/api/clients/" + client, Api.json("company", "One")).expect(200);
    officer.api().patch("/api/clients/" + client, Api.json("company", "Two")).expect(200);
    admin.delete("/api/clients/" + other).expect(204);

    Answer changes = next(officer, end, "");
    assertThat(changes.at("/more").booleanValue()).isFalse();
    assertThat(changes.json().propertyNames())
        .containsExactlyInAnyOrder("items", "nextCursor", "more");
    List<JsonNode> clients =
        changes
            .at("/items")
            .valueStream()
            .filter(item -> item.at("/kind").asString().equals("client"))
            .toList();
    assertThat(clients).hasSize(2);
    assertThat(clients)
        .filteredOn(item -> item.at("/id").asString().equals(client))
        .singleElement()
        .satisfies(item -> assertThat(item.at("/value/company").asString()).isEqualTo("Two"));
    assertThat(clients)
        .filteredOn(item -> item.at("/id").asString().equals(other))
        .singleElement()
        .satisfies(item -> {
          assertThat(item.propertyNames()).containsExactlyInAnyOrder("kind", "id", "change");
          assertThat(item.at("/change").asString()).isEqualTo("removed");
        });
    assertThat(next(officer, changes, "").at("/items").size()).isZero();
  }

  @Test
  void are_of_the_kinds_that_are_asked_for() {
    Account officer = accounts.officer(root);
    officer.api().post("/api/clients", Samples.client()).expect(201);
    officer.api().post("/api/calls", Samples.call()).expect(201);

    for (String kinds : List.of("kinds=calls,clients", "kinds=clients&kinds=calls")) {
      Answer some = officer.api().get(PATH + "?" + kinds).expect(200);
      assertThat(some.at("/items").valueStream().map(item -> item.at("/kind").asString()))
          .containsExactlyInAnyOrder("client", "call");
      next(officer, some, "&kinds=clients,calls,calls");
      assertThat(ProblemShape.places(officer.api().get(after(some)))).containsExactly("?cursor");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kinds=call, kinds",
    "'kinds=calls,', kinds",
    "kinds=, kinds",
    "limit=0, limit",
    "limit=1001, limit",
    "limit=x, limit",
    "cursor=x, cursor",
    "cursor=, cursor",
    "count=true, count",
    "from=2026-01-01, from",
    "limit=1&limit=2, limit"
  })
  void refuse_a_wrong_parameter(String query, String parameter) {
    assertThat(ProblemShape.places(admin.get(PATH + "?" + query))).containsExactly("?" + parameter);
  }

  @Test
  void refuse_all_wrong_parameters_at_once() {
    assertThat(ProblemShape.places(admin.get(PATH + "?limit=0&kinds=x&y=z")))
        .containsExactlyInAnyOrder("?limit", "?kinds", "?y");
  }

  @Test
  void begin_again_when_what_one_sees_has_changed() {
    accounts.region(root + "/UK");
    accounts.region(root + "/DE");
    Account officer = accounts.officer(root + "/UK");
    Answer end = officer.api().get(PATH).expect(200);

    admin.patch("/api/officers/" + officer.id(), Api.json("region", root + "/DE")).expect(200);

    Api again = accounts.signIn(officer.email(), officer.password()).api();
    again.get(after(end)).expectProblem(410, "start-over");
    again.get(PATH).expect(200);
  }

  @Test
  void begin_again_when_a_region_that_one_sees_was_renamed() {
    Account officer = accounts.officer(root + "/UK/London");
    Account manager = accounts.create("MANAGER", root + "/UK");
    Account other = accounts.create("MANAGER", root + "/DE");
    List<Account> all = List.of(officer, manager, other);
    List<Answer> ends =
        all.stream().map(account -> account.api().get(PATH + "?limit=1000").expect(200)).toList();
    String london =
        admin.items("/api/regions?below=" + root + "/UK").getFirst().at("/id").asString();

    admin.patch("/api/regions/" + london, Api.json("path", root + "/UK/Leeds")).expect(200);

    officer.api().get(after(ends.get(0))).expectProblem(410, "start-over");
    manager.api().get(after(ends.get(1))).expectProblem(410, "start-over");
    other.api().get(after(ends.get(2))).expect(200);
  }

  @Test
  void go_on_with_the_new_state_of_an_empty_region_that_was_renamed() {
    accounts.region(root + "/UK/London");
    Account manager = accounts.create("MANAGER", root + "/UK");
    Answer end = manager.api().get(PATH + "?limit=1000").expect(200);
    String london =
        admin.items("/api/regions?below=" + root + "/UK").getFirst().at("/id").asString();

    admin.patch("/api/regions/" + london, Api.json("path", root + "/UK/Leeds")).expect(200);

    Answer changes = manager.api().get(after(end)).expect(200);
    assertThat(changes.text("/items/0/value/path")).isEqualTo(root + "/UK/Leeds");
  }

  @Test
  void begin_again_with_a_cursor_of_somebody_else() {
    Answer end = accounts.officer(root).api().get(PATH).expect(200);
    accounts.officer(root).api().get(after(end)).expectProblem(410, "start-over");
  }

  private static Answer next(Account actor, Answer page, String more) {
    return actor.api().get(after(page) + more).expect(200);
  }

  private static String after(Answer page) {
    return PATH + "?cursor=" + page.text("/nextCursor");
  }
}
