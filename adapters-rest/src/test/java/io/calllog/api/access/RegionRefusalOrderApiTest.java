package io.calllog.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The order of errors, for requests about regions with several of them. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class RegionRefusalOrderApiTest {

  private static final String STALE = "\"99\"";
  private static final String ABSENT = "0197f000-0000-7000-8000-000000000000";

  private final World world;

  RegionRefusalOrderApiTest(Accounts accounts) {
    this.world = new World(accounts);
  }

  @Test
  void of_changing_a_region() {
    Api manager = world.actor("MANAGER").api().ifMatch(STALE);
    Api admin = world.admin().ifMatch(STALE);
    String hidden = "/api/regions/" + world.regionId("sibling");
    String seen = "/api/regions/" + world.regionId("own");
    var taken = Api.json("path", world.region("sibling"));
    for (String path : new String[] {"/api/regions/" + ABSENT, hidden, seen}) {
      manager.anonymous().patch(path, "{").expect(401);
      manager.send("PATCH", path, "text/plain", "{").expect(415);
      manager.patch(path, "{").expect(400);
      manager.patch(path, Api.json("path", "a//b")).expect(400);
      manager.patch(path + "?x=1", taken).expect(400);
    }

    manager.patch("/api/regions/" + ABSENT, taken).expect(404);
    manager.patch(hidden, taken).expect(404);
    manager.patch(seen, taken).expect(403);
    var belowItself = Api.json("path", world.region("below"));
    admin.patch(seen, belowItself).expect(412);
    Answer refused = world.admin().patch(seen, belowItself).expect(400);
    assertThat(refused.text("/errors/0/code")).isEqualTo("below-itself");
    admin.patch(seen, taken).expect(412);
    world.admin().patch(seen, taken).expectProblem(409, "region-exists");
  }

  @Test
  void of_deleting_a_region() {
    Api manager = world.actor("MANAGER").api().ifMatch(STALE);
    String hidden = "/api/regions/" + world.regionId("sibling");
    String seen = "/api/regions/" + world.regionId("own");
    for (String path : new String[] {"/api/regions/" + ABSENT, hidden, seen}) {
      manager.anonymous().delete(path + "?x=1").expect(401);
      manager.delete(path + "?x=1").expect(400);
    }

    manager.delete("/api/regions/" + ABSENT).expect(404);
    manager.delete(hidden).expect(404);
    manager.delete(seen).expect(403);
    world.admin().ifMatch(STALE).delete(seen).expect(412);
    world.admin().delete(seen).expectProblem(409, "region-in-use");
  }

  @Test
  void of_creating_a_region() {
    Api manager = world.actor("MANAGER").api();
    var taken = Api.json("path", world.region("own"));

    manager.anonymous().post("/api/regions", "{").expect(401);
    manager.send("POST", "/api/regions", "text/plain", "{").expect(415);
    manager.post("/api/regions", Api.json()).expect(400);
    manager.post("/api/regions", taken).expect(403);
    world.admin().post("/api/regions", taken).expectProblem(409, "region-exists");
  }

  /** Whether an officer may lead regions depends on the stored role. */
  @Test
  void puts_rights_and_version_before_whether_regions_can_be_led() {
    String path = "/api/officers/" + world.newOfficer("OFFICER", "own");
    var leads = Api.json("leads", List.of(world.region("below")));

    world.actor("MANAGER").api().ifMatch(STALE).patch(path, leads).expect(403);
    world.admin().ifMatch(STALE).patch(path, leads).expect(412);
    Answer refused = world.admin().patch(path, leads).expect(400);
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/leads");
  }

  /** Whether a client may be placed in a region depends on its path only. */
  @Test
  void puts_rights_and_version_before_whether_a_region_exists() {
    Api officer = world.actor("OFFICER").api();
    String client = "/api/clients/" + world.newClient("own", null);
    var below = Api.json("region", world.region("own") + "/Nowhere");

    officer
        .ifMatch(STALE)
        .patch(client, Api.json("region", world.region("above") + "/Nowhere"))
        .expect(403);
    officer.ifMatch(STALE).patch(client, below).expect(412);
    Answer refused = officer.patch(client, below).expect(400);
    assertThat(refused.text("/errors/0/code")).isEqualTo("unknown-reference");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/region");
  }
}
