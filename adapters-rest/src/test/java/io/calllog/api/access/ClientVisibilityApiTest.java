package io.calllog.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class ClientVisibilityApiTest {

  private final World world;

  ClientVisibilityApiTest(Accounts accounts) {
    this.world = new World(accounts);
  }

  /** The owner is null, the actor, or an officer in the place. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor              | owner  | place      | read | change | delete
          OFFICER            | nobody | own        | 200  | 200    | 403
          OFFICER            | actor  | own        | 200  | 200    | 403
          OFFICER            | other  | own        | 200  | 403    | 403
          OFFICER            | nobody | below      | 200  | 200    | 403
          OFFICER            | actor  | below      | 200  | 200    | 403
          OFFICER            | other  | below      | 200  | 403    | 403
          OFFICER            | nobody | sibling    | 404  | 404    | 404
          OFFICER            | other  | sibling    | 404  | 404    | 404
          OFFICER            | actor  | sibling    | 200  | 200    | 403
          OFFICER            | nobody | above      | 404  | 404    | 404
          OFFICER            | actor  | above      | 200  | 200    | 403
          OFFICER            | nobody | unassigned | 404  | 404    | 404
          OFFICER            | actor  | unassigned | 200  | 200    | 403
          OFFICER            | nobody | root       | 404  | 404    | 404
          OFFICER            | actor  | root       | 200  | 200    | 403
          MANAGER            | nobody | own        | 200  | 200    | 204
          MANAGER            | actor  | own        | 200  | 200    | 204
          MANAGER            | other  | own        | 200  | 200    | 204
          MANAGER            | nobody | below      | 200  | 200    | 204
          MANAGER            | other  | below      | 200  | 200    | 204
          MANAGER            | nobody | sibling    | 404  | 404    | 404
          MANAGER            | other  | sibling    | 404  | 404    | 404
          MANAGER            | actor  | sibling    | 404  | 404    | 404
          MANAGER            | nobody | above      | 404  | 404    | 404
          MANAGER            | nobody | unassigned | 404  | 404    | 404
          MANAGER            | nobody | root       | 404  | 404    | 404
          leading MANAGER    | nobody | own        | 200  | 200    | 204
          leading MANAGER    | other  | below      | 200  | 200    | 204
          leading MANAGER    | nobody | sibling    | 200  | 200    | 204
          leading MANAGER    | other  | sibling    | 200  | 200    | 204
          leading MANAGER    | nobody | outside    | 404  | 404    | 404
          leading MANAGER    | other  | outside    | 404  | 404    | 404
          leading MANAGER    | actor  | outside    | 200  | 200    | 403
          leading MANAGER    | actor  | above      | 200  | 200    | 403
          leading MANAGER    | nobody | above      | 404  | 404    | 404
          leading MANAGER    | nobody | unassigned | 404  | 404    | 404
          leading MANAGER    | nobody | root       | 404  | 404    | 404
          ADMIN              | nobody | own        | 200  | 200    | 204
          ADMIN              | other  | below      | 200  | 200    | 204
          ADMIN              | other  | sibling    | 200  | 200    | 204
          ADMIN              | nobody | above      | 200  | 200    | 204
          ADMIN              | other  | unassigned | 200  | 200    | 204
          ADMIN              | nobody | root       | 200  | 200    | 204
          unassigned OFFICER | nobody | unassigned | 404  | 404    | 404
          unassigned OFFICER | other  | unassigned | 404  | 404    | 404
          unassigned OFFICER | actor  | unassigned | 200  | 200    | 403
          unassigned OFFICER | nobody | own        | 404  | 404    | 404
          unassigned OFFICER | actor  | own        | 200  | 200    | 403
          unassigned MANAGER | nobody | unassigned | 404  | 404    | 404
          unassigned MANAGER | other  | unassigned | 404  | 404    | 404
          unassigned MANAGER | actor  | unassigned | 200  | 200    | 403
          unassigned MANAGER | nobody | own        | 404  | 404    | 404
          unassigned ADMIN   | nobody | sibling    | 200  | 200    | 204
          """)
  void of(String actor, String owner, String place, int read, int change, int delete) {
    Account account = world.actor(actor);
    Api api = account.api();
    String id = world.newClient(place, owner(owner, account, place));
    String path = "/api/clients/" + id;
    String name = world.admin().get(path).expect(200).text("/name").replace(" ", "%20");

    api.get(path).expect(read);
    api.get(path + "/calls").expect(read);
    assertThat(World.lists(api.get("/api/clients?q=" + name), id)).isEqualTo(read == 200);
    assertThat(
            World.lists(api.get("/api/clients?q=" + name + "&region=" + world.region(place)), id))
        .isEqualTo(read == 200);
    api.patch(path, Api.json("company", "New")).expect(change);
    api.put(path, Api.json("name", "New", "ownerId", owner(owner, account, place))).expect(change);
    api.delete(path).expect(delete);
  }

  /** An unassigned officer becomes the owner, because they could not see the client otherwise. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor              | own | below | sibling | outside | above | unassigned | root
          OFFICER            | 201 | 201   | 403     | 403     | 403   | 403        | 403
          MANAGER            | 201 | 201   | 403     | 403     | 403   | 403        | 403
          leading MANAGER    | 201 | 201   | 201     | 403     | 403   | 403        | 403
          ADMIN              | 201 | 201   | 201     | 201     | 201   | 201        | 201
          unassigned OFFICER | 403 | 403   | 403     | 403     | 403   | 201        | 403
          unassigned MANAGER | 403 | 403   | 403     | 403     | 403   | 201        | 403
          """)
  void clients_can_be_created_and_moved_in_the_territory(
      String actor,
      int own,
      int below,
      int sibling,
      int outside,
      int above,
      int unassigned,
      int root) {
    Api api = world.actor(actor).api();
    String mine = api.post("/api/clients", Api.json("name", "Mine")).expect(201).id();

    assertThat(api.get("/api/clients/" + mine).expect(200).text("/region"))
        .isEqualTo(
            actor.startsWith("leading") ? world.region("below") : world.actor(actor).region());
    place(api, "own", own);
    place(api, "below", below);
    place(api, "sibling", sibling);
    place(api, "outside", outside);
    place(api, "above", above);
    place(api, "unassigned", unassigned);
    place(api, "root", root);
  }

  private void place(Api api, String place, int status) {
    String region = world.region(place);
    api.post("/api/clients", Api.json("name", "New", "region", region)).expect(status);
    String mine = api.post("/api/clients", Api.json("name", "Mine")).expect(201).id();
    api.patch("/api/clients/" + mine, Api.json("region", region))
        .expect(status == 201 ? 200 : status);
    world.admin().delete("/api/clients/" + mine).expect(204);
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor              | nobody | self | own | below | sibling | above | unassigned
          OFFICER            | 200    | 200  | 400 | 400   | 400     | 400   | 400
          MANAGER            | 200    | 200  | 200 | 200   | 400     | 400   | 400
          leading MANAGER    | 200    | 200  | 200 | 200   | 200     | 400   | 400
          ADMIN              | 200    | 200  | 200 | 200   | 200     | 200   | 200
          """)
  void a_visible_officer_can_be_named_as_owner(
      String actor,
      int nobody,
      int self,
      int own,
      int below,
      int sibling,
      int above,
      int unassigned) {
    Account account = world.actor(actor);

    own(account, null, nobody);
    own(account, account.id(), self);
    own(account, world.colleague("own"), own);
    own(account, world.colleague("below"), below);
    own(account, world.colleague("sibling"), sibling);
    own(account, world.colleague("above"), above);
    own(account, world.colleague("unassigned"), unassigned);
    own(account, "0197f000-0000-7000-8000-000000000000", 400);
  }

  private void own(Account account, @Nullable String owner, int status) {
    var body = Api.json("name", "New", "ownerId", owner);
    var created = account.api().post("/api/clients", body);
    created.expect(status == 200 ? 201 : status);
    var changed =
        account
            .api()
            .patch("/api/clients/" + world.newClient("own", null), Api.json("ownerId", owner))
            .expect(status);
    if (status == 400) {
      assertThat(created.text("/errors/0/pointer")).isEqualTo("/ownerId");
      assertThat(changed.text("/errors/0/pointer")).isEqualTo("/ownerId");
    }
  }

  private @Nullable String owner(String owner, Account actor, String place) {
    return switch (owner) {
      case "nobody" -> null;
      case "actor" -> actor.id();
      default -> world.colleague(place);
    };
  }
}
