package io.calllog.api.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Audit entries about regions and about managers who lead them. */
@RestOnFakes
class AuditedRegionsApiTest {

  private final Accounts accounts;
  private final Api admin;
  private final String root;

  AuditedRegionsApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.admin = accounts.admin().api();
    this.root = accounts.region(Accounts.newRegion());
  }

  @Test
  void a_region_is_created_moved_and_deleted() {
    String id = create(root + "/UK");
    String path = "/api/regions/" + id;
    admin.patch(path, Api.json("path", root + "/GB")).expect(200);
    admin.patch(path, Api.json("path", root + "/GB")).expect(200);
    admin.delete(path).expect(204);

    var entries = Trail.of(admin, id);
    assertThat(Trail.actions(entries))
        .containsExactly("REGION_DELETED", "REGION_CHANGED", "REGION_CREATED");
    assertThat(Trail.changes(entries.get(0))).isEmpty();
    assertThat(Trail.changes(entries.get(1)))
        .containsExactly("path: " + root + "/UK -> " + root + "/GB");
    assertThat(Trail.changes(entries.get(2))).containsExactly("path: null -> " + root + "/UK");
    for (JsonNode entry : entries) {
      assertThat(Trail.text(entry, "subjectType")).isEqualTo("REGION");
      assertThat(Trail.text(entry, "actorId")).isEqualTo(accounts.admin().id());
      assertThat(Trail.text(entry, "outcome")).isEqualTo("DONE");
    }
  }

  @Test
  void the_regions_above_are_recorded_too() {
    String created = create(root + "/DE/Berlin");

    var entries = Trail.list(admin, "subjectType=REGION&action=REGION_CREATED&limit=2");
    assertThat(Trail.text(entries.getFirst(), "subjectId")).isEqualTo(created);
    assertThat(Trail.changes(entries.getLast())).containsExactly("path: null -> " + root + "/DE");
  }

  @Test
  void a_refusal_is_recorded() {
    String id = create(root + "/UK");
    Account manager = accounts.manager(root);
    String path = "/api/regions/" + id;
    manager.api().post("/api/regions", Api.json("path", root + "/New")).expect(403);
    manager.api().patch(path, Api.json("path", root + "/New")).expect(403);
    manager.api().delete(path).expect(403);
    manager.api().delete("/api/regions/" + manager.id()).expect(404);

    var entries = Trail.list(admin, "actorId=" + manager.id() + "&subjectType=REGION");
    assertThat(Trail.actions(entries))
        .containsExactly("REGION_DELETED", "REGION_CHANGED", "REGION_CREATED");
    assertThat(entries)
        .allSatisfy(entry -> assertThat(Trail.text(entry, "outcome")).isEqualTo("REFUSED"));
    assertThat(Trail.of(manager.api(), id)).hasSize(3);
  }

  @Test
  void a_manager_reads_about_the_regions_led() {
    String uk = create(root + "/UK");
    String london = create(root + "/UK/London");
    String ie = create(root + "/IE");
    String de = create(root + "/DE");
    Api leader =
        accounts.leader(root + "/DE", root + "/UK", root + "/UK/London", root + "/IE").api();

    for (String seen : new String[] {uk, london, ie}) {
      assertThat(Trail.of(leader, seen)).hasSize(1);
    }
    assertThat(Trail.of(leader, de)).isEmpty();
  }

  @Test
  void the_regions_that_a_manager_leads_are_given() {
    create(root + "/UK");
    create(root + "/IE");
    Account manager = accounts.leader(root, root + "/UK", root + "/IE");
    admin
        .patch("/api/officers/" + manager.id(), Api.json("leads", new String[] {root + "/IE"}))
        .expect(200);

    var entries = Trail.of(admin, manager.id());
    assertThat(Trail.changes(Trail.only(entries, "OFFICER_CREATED", "DONE")))
        .contains("leads: null -> " + root + "/UK, " + root + "/IE");
    assertThat(Trail.changes(Trail.only(entries, "OFFICER_CHANGED", "DONE")))
        .containsExactly("leads: " + root + "/UK, " + root + "/IE -> " + root + "/IE");
  }

  private String create(String path) {
    return admin.post("/api/regions", Api.json("path", path)).expect(201).id();
  }
}
