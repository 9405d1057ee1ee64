package io.calllog.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class CallVisibilityApiTest {

  private final Accounts accounts;
  private final World world;

  CallVisibilityApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.world = new World(accounts);
  }

  /**
   * The call belongs to the actor or to an officer in the place. Its client, if there is one, is
   * visible to the actor or not.
   */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor              | officer    | client | listed | read | change | delete
          OFFICER            | actor      | none   | true   | 200  | 200    | 204
          OFFICER            | actor      | hidden | true   | 200  | 200    | 204
          OFFICER            | own        | none   | false  | 404  | 404    | 404
          OFFICER            | own        | hidden | false  | 404  | 404    | 404
          OFFICER            | own        | seen   | false  | 200  | 403    | 403
          OFFICER            | below      | none   | false  | 404  | 404    | 404
          OFFICER            | below      | seen   | false  | 200  | 403    | 403
          OFFICER            | sibling    | none   | false  | 404  | 404    | 404
          OFFICER            | sibling    | seen   | false  | 200  | 403    | 403
          OFFICER            | above      | hidden | false  | 404  | 404    | 404
          OFFICER            | unassigned | seen   | false  | 200  | 403    | 403
          MANAGER            | actor      | none   | true   | 200  | 200    | 204
          MANAGER            | own        | none   | true   | 200  | 200    | 204
          MANAGER            | own        | hidden | true   | 200  | 200    | 204
          MANAGER            | below      | seen   | true   | 200  | 200    | 204
          MANAGER            | below      | none   | true   | 200  | 200    | 204
          MANAGER            | sibling    | none   | false  | 404  | 404    | 404
          MANAGER            | sibling    | hidden | false  | 404  | 404    | 404
          MANAGER            | sibling    | seen   | false  | 200  | 403    | 403
          MANAGER            | above      | none   | false  | 404  | 404    | 404
          MANAGER            | above      | seen   | false  | 200  | 403    | 403
          MANAGER            | unassigned | none   | false  | 404  | 404    | 404
          leading MANAGER    | actor      | none   | true   | 200  | 200    | 204
          leading MANAGER    | own        | none   | true   | 200  | 200    | 204
          leading MANAGER    | below      | none   | true   | 200  | 200    | 204
          leading MANAGER    | sibling    | none   | true   | 200  | 200    | 204
          leading MANAGER    | sibling    | seen   | true   | 200  | 200    | 204
          leading MANAGER    | outside    | none   | false  | 404  | 404    | 404
          leading MANAGER    | outside    | seen   | false  | 200  | 403    | 403
          leading MANAGER    | above      | none   | false  | 404  | 404    | 404
          leading MANAGER    | unassigned | none   | false  | 404  | 404    | 404
          ADMIN              | own        | none   | true   | 200  | 200    | 204
          ADMIN              | sibling    | none   | true   | 200  | 200    | 204
          ADMIN              | above      | none   | true   | 200  | 200    | 204
          ADMIN              | unassigned | none   | true   | 200  | 200    | 204
          unassigned OFFICER | actor      | none   | true   | 200  | 200    | 204
          unassigned OFFICER | unassigned | none   | false  | 404  | 404    | 404
          unassigned OFFICER | own        | seen   | false  | 200  | 403    | 403
          unassigned OFFICER | own        | none   | false  | 404  | 404    | 404
          unassigned MANAGER | actor      | none   | true   | 200  | 200    | 204
          unassigned MANAGER | unassigned | none   | false  | 404  | 404    | 404
          unassigned MANAGER | unassigned | seen   | false  | 200  | 403    | 403
          unassigned MANAGER | own        | none   | false  | 404  | 404    | 404
          """)
  void of(
      String actor,
      String officer,
      String client,
      boolean listed,
      int read,
      int change,
      int delete) {
    Account account = world.actor(actor);
    Api api = account.api();
    String officerId = officer.equals("actor") ? account.id() : world.colleague(officer);
    String clientId = client(client, account);
    String id = world.newCall(officerId, clientId);
    String path = "/api/calls/" + id;

    api.get(path).expect(read);
    assertThat(World.lists(api.get("/api/calls?limit=200&officerId=" + officerId), id))
        .isEqualTo(listed);
    if (clientId != null) {
      assertThat(World.lists(api.get("/api/calls?clientId=" + clientId), id)).isEqualTo(listed);
      Answer history = api.get("/api/clients/" + clientId + "/calls");
      history.expect(client.equals("seen") ? 200 : 404);
      assertThat(client.equals("seen") && World.lists(history, id))
          .isEqualTo(client.equals("seen"));
    }
    api.patch(path, Api.json("comment", "New")).expect(change);
    api.put(
            path,
            Api.json(
                "clientId", clientId, "type", "INCOMING", "outcome", "BUSY", "durationSeconds", 1))
        .expect(change);
    api.delete(path).expect(delete);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor              | self | own | below | sibling | above | unassigned
          OFFICER            | 201  | 400 | 400   | 400     | 400   | 400
          MANAGER            | 201  | 201 | 201   | 400     | 400   | 400
          leading MANAGER    | 201  | 201 | 201   | 201     | 400   | 400
          ADMIN              | 201  | 201 | 201   | 201     | 201   | 201
          unassigned OFFICER | 201  | 400 | 400   | 400     | 400   | 400
          unassigned MANAGER | 201  | 400 | 400   | 400     | 400   | 400
          """)
  void decides_for_whom_calls_can_be_logged(
      String actor, int self, int own, int below, int sibling, int above, int unassigned) {
    Account account = world.actor(actor);

    log(account, null, self);
    log(account, account.id(), self);
    log(account, world.colleague("own"), own);
    log(account, world.colleague("below"), below);
    log(account, world.colleague("sibling"), sibling);
    log(account, world.colleague("above"), above);
    log(account, world.colleague("unassigned"), unassigned);
  }

  private static void log(Account account, @Nullable String officer, int status) {
    Answer answer = account.api().post("/api/calls", World.call(officer, null)).expect(status);
    if (status == 400) {
      assertThat(answer.text("/errors/0/pointer")).isEqualTo("/officerId");
    } else {
      assertThat(answer.text("/officerId")).isEqualTo(officer == null ? account.id() : officer);
    }
  }

  @ParameterizedTest
  @CsvSource({"OFFICER", "MANAGER", "unassigned OFFICER", "unassigned MANAGER"})
  void a_call_can_only_name_a_visible_client(String actor) {
    Account account = world.actor(actor);
    String hidden = world.newClient("sibling", null);
    String mine =
        account
            .api()
            .post("/api/calls", World.call(null, client("seen", account)))
            .expect(201)
            .id();

    for (String unknown : new String[] {hidden, "0197f000-0000-7000-8000-000000000000"}) {
      Answer logged = account.api().post("/api/calls", World.call(null, unknown)).expect(400);
      Answer changed =
          account.api().patch("/api/calls/" + mine, Api.json("clientId", unknown)).expect(400);
      assertThat(logged.text("/errors/0/pointer")).isEqualTo("/clientId");
      assertThat(changed.text("/errors/0/pointer")).isEqualTo("/clientId");
    }
  }

  @Test
  void a_call_stays_in_its_region_when_its_officer_moves() {
    Account mover = accounts.officer(world.region("sibling"));
    String call = world.newCall(mover.id(), null);
    world
        .admin()
        .patch("/api/officers/" + mover.id(), Api.json("region", world.region("own")))
        .expect(200);
    Api moved = accounts.signIn(mover.email(), mover.password()).api();

    assertThat(moved.get("/api/calls/" + call).expect(200).text("/region"))
        .isEqualTo(world.region("sibling"));
    moved.patch("/api/calls/" + call, Api.json("comment", "Mine")).expect(200);
    Api manager = world.actor("MANAGER").api();
    manager.get("/api/calls/" + call).expect(404);
    Answer officer = manager.get("/api/officers/" + mover.id()).expect(200);
    assertThat(officer.at("/history/items")).isEmpty();
    assertThat(officer.at("/totals/calls").longValue()).isZero();
    Api former = accounts.manager(world.region("sibling")).api();
    former.get("/api/officers/" + mover.id()).expect(404);
    assertThat(former.get("/api/calls/" + call).expect(200).id()).isEqualTo(call);
  }

  @Test
  void of_regions_that_overlap_lists_and_counts_each_call_once() {
    World other = new World(accounts);
    Account leader = other.actor("leading MANAGER");
    List<String> seen = new ArrayList<>(List.of(other.newCall(leader.id(), null)));
    for (String place : new String[] {"own", "below", "sibling"}) {
      seen.add(other.newCall(other.colleague(place), null));
    }
    for (String place : new String[] {"outside", "above", "unassigned"}) {
      other.newCall(other.colleague(place), null);
    }

    assertThat(leader.api().items("/api/calls?limit=1"))
        .extracting(call -> call.at("/id").asString())
        .containsExactlyInAnyOrderElementsOf(seen);
    assertThat(leader.api().get("/api/calls?count=true").expect(200).at("/total").intValue())
        .isEqualTo(4);
    Api uncached = leader.api().with("Cache-Control", "no-cache");
    assertThat(uncached.get("/api/analytics/summary").expect(200).at("/calls/value").intValue())
        .isEqualTo(4);
    Answer below =
        uncached.get("/api/analytics/volumes?region=" + other.region("below")).expect(200);
    assertThat(below.at("/total/calls").intValue()).isEqualTo(1);
    Answer outside =
        uncached.get("/api/analytics/volumes?region=" + other.region("outside")).expect(200);
    assertThat(outside.at("/total/calls").intValue()).isEqualTo(1); // the leader's own
  }

  @Test
  void the_history_of_a_client_includes_the_calls_of_all_officers() {
    String client = world.newClient("own", null);
    String one = world.newCall(world.colleague("sibling"), client);
    String other = world.newCall(world.colleague("above"), client);

    for (String actor : new String[] {"OFFICER", "MANAGER", "ADMIN"}) {
      Answer found = world.actor(actor).api().get("/api/clients/" + client).expect(200);
      assertThat(found.at("/history/items").valueStream().map(c -> c.at("/id").asString()))
          .containsExactlyInAnyOrder(one, other);
      assertThat(found.at("/totals/calls").longValue()).isEqualTo(2);
    }
  }

  @Test
  void a_filter_by_an_invisible_or_unknown_id_finds_nothing() {
    Api officer = world.actor("OFFICER").api();
    String unknown = "0197f000-0000-7000-8000-000000000000";
    for (String filter :
        new String[] {
          "officerId=" + unknown,
          "clientId=" + unknown,
          "officerId=" + world.colleague("own"),
          "clientId=" + world.newClient("sibling", null),
          "region=" + world.region("sibling"),
        }) {
      Answer page = officer.get("/api/calls?count=true&" + filter).expect(200);
      assertThat(page.at("/items")).isEmpty();
      assertThat(page.at("/total").longValue()).isZero();
    }
  }

  /**
   * Invisible clients are in another tree. Visible ones are in this tree, or the actor owns them.
   */
  private @Nullable String client(String client, Account actor) {
    return switch (client) {
      case "none" -> null;
      case "hidden" -> world.newClient("sibling", null);
      default ->
          actor.region().equals("unassigned")
              ? world.newClient("unassigned", actor.id())
              : world.newClient("own", null);
    };
  }
}
