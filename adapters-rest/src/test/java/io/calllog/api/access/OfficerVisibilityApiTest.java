package io.calllog.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class OfficerVisibilityApiTest {

  private final World world;

  OfficerVisibilityApiTest(Accounts accounts) {
    this.world = new World(accounts);
  }

  /** A visible officer is listed. An invisible officer is answered like an unknown one. */
  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      delimiter = '|',
      textBlock =
          """
          actor              | subject | place      | read | change | delete
          OFFICER            | OFFICER | own        | 404  | 404    | 404
          OFFICER            | OFFICER | below      | 404  | 404    | 404
          OFFICER            | OFFICER | sibling    | 404  | 404    | 404
          OFFICER            | OFFICER | above      | 404  | 404    | 404
          OFFICER            | OFFICER | unassigned | 404  | 404    | 404
          OFFICER            | OFFICER | root       | 404  | 404    | 404
          OFFICER            | MANAGER | own        | 404  | 404    | 404
          OFFICER            | ADMIN   | own        | 404  | 404    | 404
          MANAGER            | OFFICER | own        | 200  | 200    | 403
          MANAGER            | OFFICER | below      | 200  | 200    | 403
          MANAGER            | OFFICER | sibling    | 404  | 404    | 404
          MANAGER            | OFFICER | above      | 404  | 404    | 404
          MANAGER            | OFFICER | unassigned | 404  | 404    | 404
          MANAGER            | OFFICER | root       | 404  | 404    | 404
          MANAGER            | MANAGER | own        | 200  | 403    | 403
          MANAGER            | MANAGER | below      | 200  | 403    | 403
          MANAGER            | MANAGER | above      | 404  | 404    | 404
          MANAGER            | ADMIN   | own        | 200  | 403    | 403
          MANAGER            | ADMIN   | root       | 404  | 404    | 404
          ADMIN              | OFFICER | own        | 200  | 200    | 204
          ADMIN              | OFFICER | below      | 200  | 200    | 204
          ADMIN              | OFFICER | sibling    | 200  | 200    | 204
          ADMIN              | OFFICER | above      | 200  | 200    | 204
          ADMIN              | OFFICER | unassigned | 200  | 200    | 204
          ADMIN              | OFFICER | root       | 200  | 200    | 204
          ADMIN              | MANAGER | sibling    | 200  | 200    | 204
          ADMIN              | ADMIN   | above      | 200  | 200    | 204
          leading MANAGER    | OFFICER | own        | 200  | 200    | 403
          leading MANAGER    | OFFICER | below      | 200  | 200    | 403
          leading MANAGER    | OFFICER | sibling    | 200  | 200    | 403
          leading MANAGER    | MANAGER | sibling    | 200  | 403    | 403
          leading MANAGER    | OFFICER | outside    | 404  | 404    | 404
          leading MANAGER    | MANAGER | outside    | 404  | 404    | 404
          leading MANAGER    | OFFICER | above      | 404  | 404    | 404
          leading MANAGER    | OFFICER | unassigned | 404  | 404    | 404
          leading MANAGER    | OFFICER | root       | 404  | 404    | 404
          unassigned OFFICER | OFFICER | unassigned | 404  | 404    | 404
          unassigned OFFICER | OFFICER | own        | 404  | 404    | 404
          unassigned MANAGER | OFFICER | unassigned | 404  | 404    | 404
          unassigned MANAGER | MANAGER | unassigned | 404  | 404    | 404
          unassigned MANAGER | OFFICER | own        | 404  | 404    | 404
          unassigned MANAGER | OFFICER | root       | 404  | 404    | 404
          unassigned ADMIN   | OFFICER | own        | 200  | 200    | 204
          unassigned ADMIN   | OFFICER | unassigned | 200  | 200    | 204
          """)
  void decides_which_other_officers_are_visible(
      String actor, String subject, String place, int read, int change, int delete) {
    Api api = world.actor(actor).api();
    String id = world.newOfficer(subject, place);
    String path = "/api/officers/" + id;
    String name = world.admin().get(path).expect(200).text("/name").replace(" ", "%20");

    api.get(path).expect(read);
    api.get(path + "/calls").expect(read);
    assertThat(World.lists(api.get("/api/officers?q=" + name), id)).isEqualTo(read == 200);
    String region = world.region(place).replace(" ", "%20");
    assertThat(World.lists(api.get("/api/officers?region=" + region + "&q=" + name), id))
        .isEqualTo(read == 200);
    api.patch(path, Api.json("name", "New")).expect(change);
    api.delete(path).expect(delete);
  }

  @ParameterizedTest
  @CsvSource({
    "OFFICER",
    "MANAGER",
    "leading MANAGER",
    "ADMIN",
    "unassigned OFFICER",
    "unassigned MANAGER"
  })
  void officers_see_themselves(String who) {
    Account actor = world.actor(who);
    String path = "/api/officers/" + actor.id();

    actor.api().get(path).expect(200);
    actor.api().get(path + "/calls").expect(200);
    assertThat(World.lists(actor.api().get("/api/officers?q=" + actor.email()), actor.id()))
        .isTrue();
    actor.api().patch(path, Api.json("phone", "+12025550143")).expect(200);
    if (!who.equals("ADMIN")) {
      actor.api().delete(path).expectProblem(403, "not-permitted");
    }
  }

  @ParameterizedTest
  @CsvSource({"OFFICER", "unassigned OFFICER", "unassigned MANAGER"})
  void the_list_of_an_officer_contains_only_that_officer(String who) {
    Account actor = world.actor(who);
    var page = actor.api().get("/api/officers?count=true").expect(200);

    assertThat(page.at("/items")).hasSize(1);
    assertThat(page.text("/items/0/id")).isEqualTo(actor.id());
    assertThat(page.at("/total").longValue()).isEqualTo(1);
  }

  @Test
  void no_filter_shows_a_manager_officers_outside_the_territory() {
    Api manager = world.actor("MANAGER").api();
    world.colleague("above");
    world.colleague("sibling");
    world.colleague("below");

    for (String filter : new String[] {"", "?region=" + world.region("above"), "?role=OFFICER"}) {
      assertThat(manager.get("/api/officers" + filter).expect(200).at("/items").valueStream())
          .isNotEmpty()
          .allSatisfy(officer ->
              assertThat(officer.at("/region").asString())
                  .matches(r -> r.equals(world.region("own")) || r.startsWith(below())));
    }
    assertThat(
            manager.get("/api/officers?region=" + world.region("sibling")).expect(200).at("/items"))
        .isEmpty();
  }

  @Test
  void of_a_manager_who_leads_several_regions_has_everybody_once_and_themselves() {
    Account leader = world.actor("leading MANAGER");
    world.colleague("outside");
    for (String place : new String[] {"own", "below", "sibling"}) {
      world.colleague(place);
    }

    List<JsonNode> officers = leader.api().items("/api/officers?limit=2");
    assertThat(officers)
        .extracting(officer -> officer.at("/id").asString())
        .doesNotHaveDuplicates();
    assertThat(officers)
        .extracting(officer -> officer.at("/id").asString())
        .contains(
            leader.id(),
            world.colleague("own"),
            world.colleague("below"),
            world.colleague("sibling"))
        .doesNotContain(world.colleague("outside"));
    assertThat(leader.api().get("/api/officers?count=true").expect(200).at("/total").intValue())
        .isEqualTo(officers.size());
  }

  @Test
  void an_invisible_officer_is_answered_like_an_unknown_one() {
    Api officer = world.actor("OFFICER").api();
    var hidden = officer.get("/api/officers/" + world.colleague("sibling")).expect(404);
    var absent = officer.get("/api/officers/0197f000-0000-7000-8000-000000000000").expect(404);

    assertThat(hidden.text("/detail")).isEqualTo(absent.text("/detail"));
    assertThat(hidden.text("/code")).isEqualTo(absent.text("/code"));
    assertThat(hidden.headerNames()).isEqualTo(absent.headerNames());
  }

  private String below() {
    return world.region("own") + "/";
  }
}
