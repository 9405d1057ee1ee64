package io.calllog.api.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import org.junit.jupiter.api.Test;

@RestOnFakes
class HandOverApiTest {

  private final Accounts accounts;
  private final Account manager;
  private final Account leaver;
  private final Account successor;

  HandOverApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.leaver = accounts.officer(manager.region() + "/London");
    this.successor = accounts.officer(manager.region() + "/Leeds");
  }

  @Test
  void the_clients_have_another_owner_and_the_calls_stay() {
    Answer client = newClient(leaver.region());
    String call =
        leaver.api().post("/api/calls", Samples.call("clientId", client.id())).expect(201).id();

    Answer handedOver = handOver(manager, Api.json("to", successor.id())).expect(200);

    assertThat(handedOver.at("/clients").asInt()).isEqualTo(1);
    Answer after = successor.api().get("/api/clients/" + client.id()).expect(200);
    assertThat(after.text("/ownerId")).isEqualTo(successor.id());
    assertThat(after.at("/version").asInt()).isEqualTo(1);
    assertThat(manager.api().get("/api/calls/" + call).text("/officerId")).isEqualTo(leaver.id());
    assertThat(
            Officers.each(
                manager.api().get("/api/audit?subjectId=" + client.id()).expect(200), "action"))
        .containsExactly("CLIENT_CHANGED", "CLIENT_CREATED");
    assertThat(handOver(manager, Api.json("to", successor.id())).at("/clients").asInt()).isZero();
  }

  @Test
  void the_open_follow_ups_have_another_officer() {
    String client = newClient(leaver.region()).id();
    var promise = Api.json("clientId", client, "dueAt", "2026-12-01T09:00:00Z");
    String followUp = leaver.api().post("/api/follow-ups", promise).expect(201).id();
    var neither = Api.json("to", successor.id(), "clients", false, "followUps", false);
    assertThat(handOver(manager, neither).expect(200).body())
        .isEqualTo("{\"clients\":0,\"followUps\":0}");

    Answer handedOver = handOver(manager, Api.json("to", successor.id())).expect(200);

    assertThat(handedOver.at("/followUps").asInt()).isEqualTo(1);
    assertThat(successor.api().get("/api/follow-ups/" + followUp).text("/officerId"))
        .isEqualTo(successor.id());
  }

  @Test
  void the_clients_of_a_deleted_officer_can_be_handed_over_too() {
    newClient(leaver.region());
    accounts.admin().api().delete(Officers.at(leaver.id())).expect(204);

    assertThat(handOver(manager, Api.json("to", manager.id())).at("/clients").asInt()).isEqualTo(1);
  }

  @Test
  void a_manager_hands_over_the_clients_that_they_see() {
    String elsewhere = accounts.region(Accounts.newRegion());
    String hidden =
        accounts
            .admin()
            .api()
            .post("/api/clients", Samples.client("region", elsewhere, "ownerId", leaver.id()))
            .expect(201)
            .id();

    assertThat(handOver(manager, Api.json("to", successor.id())).at("/clients").asInt()).isZero();
    assertThat(handOver(accounts.admin(), Api.json("to", successor.id())).at("/clients").asInt())
        .isEqualTo(1);
    successor.api().get("/api/clients/" + hidden).expect(200);
  }

  @Test
  void clients_stay_if_the_request_says_so() {
    Answer client = newClient(leaver.region());

    handOver(manager, Api.json("to", successor.id(), "clients", false)).expect(200);

    assertThat(leaver.api().get("/api/clients/" + client.id()).text("/ownerId"))
        .isEqualTo(leaver.id());
  }

  @Test
  void the_other_officer_must_be_another_one_that_the_actor_sees() {
    Account stranger = accounts.officer(Accounts.newRegion());
    for (Account to : new Account[] {stranger, leaver}) {
      assertThat(Officers.errors(handOver(manager, Api.json("to", to.id())).expect(400)))
          .containsExactly("/to");
    }
    handOver(leaver, Api.json("to", leaver.id())).expectProblem(403, "not-permitted");
    handOver(successor, Api.json("to", leaver.id())).expectProblem(404, "not-found");
  }

  private Answer newClient(String region) {
    return leaver
        .api()
        .post("/api/clients", Samples.client("region", region, "ownerId", leaver.id()))
        .expect(201);
  }

  private Answer handOver(Account by, Object body) {
    return by.api().post(Officers.at(leaver.id()) + "/hand-over", body);
  }
}
