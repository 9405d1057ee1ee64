package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The id of a client in another system. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class ClientExternalIdApiTest {

  private static final String CLIENTS = "/api/clients";

  private final Account manager;
  private final Api api;

  ClientExternalIdApiTest(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
    this.api = manager.api();
  }

  @Test
  void is_set_changed_and_removed() {
    String id = newId();
    Answer client = api.post(CLIENTS, Samples.client("externalId", " " + id + " ")).expect(201);
    String path = client.header("Location");

    assertThat(client.text("/externalId")).isEqualTo(id);
    assertThat(api.patch(path, Api.json("externalId", id + "b")).text("/externalId"))
        .isEqualTo(id + "b");
    assertThat(api.put(path, Samples.client("externalId", id)).text("/externalId")).isEqualTo(id);
    assertThat(api.put(path, Samples.client()).json().path("externalId").isNull()).isTrue();
  }

  @Test
  void finds_the_client() {
    String id = newId();
    Answer client = api.post(CLIENTS, Samples.client("externalId", id)).expect(201);
    api.post(CLIENTS, Samples.client("externalId", id + "b")).expect(201);

    Answer found = api.get(CLIENTS + "?count=true&externalId=" + id).expect(200);

    assertThat(found.text("/items/0/id")).isEqualTo(client.id());
    assertThat(found.json().at("/total").asInt()).isEqualTo(1);
  }

  @Test
  void belongs_to_one_client() {
    String id = newId();
    api.post(CLIENTS, Samples.client("externalId", id)).expect(201);
    String other = api.post(CLIENTS, Samples.client()).expect(201).header("Location");

    api.post(CLIENTS, Samples.client("externalId", id)).expectProblem(409, "external-id-taken");
    api.patch(other, Api.json("externalId", id)).expectProblem(409, "external-id-taken");
    api.put(other, Samples.client("externalId", id)).expectProblem(409, "external-id-taken");
  }

  @Test
  void is_one_line_of_at_most_100_characters() {
    String longest = "x".repeat(100 - 36) + newId();
    api.post(CLIENTS, Samples.client("externalId", longest)).expect(201);

    for (String bad : new String[] {longest + "x", "a\nb"}) {
      Answer refused = api.post(CLIENTS, Samples.client("externalId", bad)).expect(400);
      assertThat(refused.text("/errors/0/pointer")).isEqualTo("/externalId");
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
