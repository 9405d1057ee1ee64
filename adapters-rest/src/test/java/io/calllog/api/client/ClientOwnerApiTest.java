package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The officers who may own a client. */
@RestOnFakes
class ClientOwnerApiTest {

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;

  ClientOwnerApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region() + "/UK");
  }

  @Test
  void can_be_an_officer_that_the_manager_sees() {
    Api api = manager.api();
    Answer client = api.post("/api/clients", Samples.client("ownerId", officer.id())).expect(201);
    assertThat(client.text("/ownerId")).isEqualTo(officer.id());
    assertThat(patch(manager, client, manager.id()).expect(200).text("/ownerId"))
        .isEqualTo(manager.id());
  }

  @Test
  void can_be_the_actor_or_null() {
    Answer client =
        officer.api().post("/api/clients", Samples.client("ownerId", officer.id())).expect(201);
    assertThat(patch(officer, client, null).expect(200).at("/ownerId").isNull()).isTrue();
    assertThat(patch(officer, client, officer.id()).expect(200).text("/ownerId"))
        .isEqualTo(officer.id());
  }

  @Test
  void cannot_be_an_invisible_officer() {
    Account stranger = accounts.officer(Accounts.newRegion());
    Answer client = manager.api().post("/api/clients", Samples.client()).expect(201);
    for (String owner : new String[] {stranger.id(), UUID.randomUUID().toString()}) {
      refusesOwner(manager.api().post("/api/clients", Samples.client("ownerId", owner)));
      refusesOwner(patch(manager, client, owner));
      refusesOwner(
          manager.api().put("/api/clients/" + client.id(), Samples.client("ownerId", owner)));
    }
  }

  @Test
  void cannot_be_an_invisible_colleague() {
    refusesOwner(officer.api().post("/api/clients", Samples.client("ownerId", manager.id())));
    Answer client = officer.api().post("/api/clients", Samples.client()).expect(201);
    refusesOwner(patch(officer, client, manager.id()));
  }

  @Test
  void cannot_be_a_deleted_officer() {
    Account gone = accounts.officer(manager.region());
    accounts.admin().api().delete("/api/officers/" + gone.id()).expect(204);
    refusesOwner(manager.api().post("/api/clients", Samples.client("ownerId", gone.id())));
  }

  @Test
  void a_deleted_owner_stays_until_a_manager_names_another() {
    Account gone = accounts.officer(officer.region());
    Answer client =
        gone.api().post("/api/clients", Samples.client("ownerId", gone.id())).expect(201);
    accounts.admin().api().delete("/api/officers/" + gone.id()).expect(204);

    assertThat(manager.api().get("/api/clients/" + client.id()).expect(200).text("/ownerId"))
        .isEqualTo(gone.id());
    patch(officer, client, officer.id()).expectProblem(403, "not-permitted");
    assertThat(patch(manager, client, officer.id()).expect(200).text("/ownerId"))
        .isEqualTo(officer.id());
  }

  @Test
  void an_invisible_owner_can_be_kept() {
    Account stranger = accounts.officer(Accounts.newRegion());
    String id =
        accounts
            .admin()
            .api()
            .post(
                "/api/clients",
                Samples.client("region", manager.region(), "ownerId", stranger.id()))
            .expect(201)
            .id();
    Answer changed =
        manager
            .api()
            .put("/api/clients/" + id, Samples.client("name", "Bob", "ownerId", stranger.id()))
            .expect(200);
    assertThat(changed.text("/name")).isEqualTo("Bob");
  }

  @Test
  void the_owner_sees_the_client_in_any_region() {
    Account elsewhere = accounts.officer(manager.region() + "/FR");
    String id =
        manager
            .api()
            .post(
                "/api/clients",
                Samples.client("region", officer.region(), "ownerId", elsewhere.id()))
            .expect(201)
            .id();
    elsewhere.api().get("/api/clients/" + id).expect(200);
    elsewhere.api().patch("/api/clients/" + id, Api.json("company", "Acme")).expect(200);
    officer
        .api()
        .patch("/api/clients/" + id, Api.json("company", "Mine"))
        .expectProblem(403, "not-permitted");
  }

  @Test
  void is_looked_up_after_the_body_was_read() {
    Answer refused =
        manager
            .api()
            .post(
                "/api/clients",
                Samples.client("ownerId", UUID.randomUUID().toString(), "phone", "x"));
    assertThat(ProblemShape.places(refused)).containsExactly("/phone");
  }

  private static void refusesOwner(Answer answer) {
    assertThat(ProblemShape.places(answer)).containsExactly("/ownerId");
  }

  private static Answer patch(
      Account actor, Answer client, @org.jspecify.annotations.Nullable String owner) {
    return actor.api().patch("/api/clients/" + client.id(), Api.json("ownerId", owner));
  }
}
