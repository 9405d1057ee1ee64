package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import io.calllog.api.imports.Imports;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The number on the line, and the client that a call belongs to because of it. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class CallNumberApiTest {

  private static final String CALLS = "/api/calls";
  private static final String CLIENTS = "/api/clients";

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;
  private final Api api;
  private final String number =
      "+4420" + ThreadLocalRandom.current().nextLong(10_000_000, 100_000_000);

  CallNumberApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
    this.api = officer.api();
  }

  @Test
  void is_set_changed_and_removed() {
    String typed = "+44 (0)20 " + number.substring(5);
    Answer call = api.post(CALLS, Samples.call("number", typed)).expect(201);
    String path = CALLS + "/" + call.id();

    assertThat(call.text("/number")).isEqualTo(number);
    assertThat(api.get(path).text("/number")).isEqualTo(number);
    assertThat(api.patch(path, Api.json("number", "+49 30 123456")).text("/number"))
        .isEqualTo("+4930123456");
    assertThat(api.put(path, Samples.call("number", number)).text("/number")).isEqualTo(number);
    assertThat(api.put(path, Samples.call()).at("/number").isNull()).isTrue();
    for (String wrong : List.of("x", "+44 20 7946 0958 x12")) {
      assertThat(ProblemShape.places(api.post(CALLS, Samples.call("number", wrong)).expect(400)))
          .containsExactly("/number");
    }
  }

  @Test
  void a_call_without_a_client_belongs_to_the_one_visible_client_with_the_number() {
    String other = "+1212" + ThreadLocalRandom.current().nextLong(2_000_000, 10_000_000);
    String client = manager.api().post(CLIENTS, Samples.client("phone", other)).expect(201).id();
    accounts
        .manager(Accounts.newRegion())
        .api()
        .post(CLIENTS, Samples.client("phone", other))
        .expect(201);

    Answer call = api.post(CALLS, Samples.call("number", other)).expect(201);
    assertThat(call.text("/clientId")).isEqualTo(client);
    assertThat(call.text("/clientName")).startsWith("Client ");
    assertThat(clientOf(accounts.admin().api(), other)).isNull();
    assertThat(api.patch(CALLS + "/" + call.id(), Api.json("clientId", null)).expect(200))
        .satisfies(changed -> assertThat(changed.at("/clientId").isNull()).isTrue());

    Instant start = Instant.now();
    var sent =
        Samples.call("id", Samples.callId(start), "startedAt", start.toString(), "number", other);
    Answer batch = api.post(CALLS + "/batch", Api.json("calls", List.of(sent))).expect(200);
    assertThat(batch.text("/results/0/call/clientId")).isEqualTo(client);
    api.post(CALLS, sent).expect(200);
  }

  private static @Nullable String clientOf(Api by, String number) {
    Answer call = by.post(CALLS, Samples.call("number", number)).expect(201);
    return call.at("/clientId").isNull() ? null : call.text("/clientId");
  }

  @Test
  void a_client_gets_the_earlier_calls_from_its_numbers() {
    String theirs = "+1213" + ThreadLocalRandom.current().nextLong(2_000_000, 10_000_000);
    Answer first = api.post(CALLS, Samples.call("number", theirs)).expect(201);
    Answer second =
        accounts
            .officer(manager.region())
            .api()
            .post(CALLS, Samples.call("number", theirs))
            .expect(201);
    String client = manager.api().post(CLIENTS, Samples.client("phone", theirs)).expect(201).id();
    String claim = CLIENTS + "/" + client + "/claim-calls";

    Answer own = api.post(claim, Api.json()).expect(200);
    assertThat(own.at("/claimed").intValue()).isEqualTo(1);
    assertThat(own.at("/more").booleanValue()).isFalse();
    assertThat(manager.api().post(claim, Api.json()).at("/claimed").intValue()).isEqualTo(1);
    assertThat(manager.api().post(claim, Api.json()).at("/claimed").intValue()).isZero();

    for (Answer call : List.of(first, second)) {
      Answer now = manager.api().get(CALLS + "/" + call.id()).expect(200);
      assertThat(now.text("/clientId")).isEqualTo(client);
      assertThat(now.at("/version").intValue()).isEqualTo(1);
      Answer revisions = manager.api().get(CALLS + "/" + call.id() + "/revisions").expect(200);
      assertThat(revisions.text("/items/0/changes/0/field")).isEqualTo("clientId");
      assertThat(revisions.text("/items/0/changes/0/to")).isEqualTo(client);
    }
    assertThat(manager.api().get(CLIENTS + "/" + client).at("/totals/calls").intValue())
        .isEqualTo(2);
    accounts
        .officer(Accounts.newRegion())
        .api()
        .post(claim, Api.json())
        .expectProblem(404, "not-found");
  }

  @Test
  void numbers_are_exported_and_imported() {
    String theirs = "+1214" + ThreadLocalRandom.current().nextLong(2_000_000, 10_000_000);
    String client =
        manager
            .api()
            .post(
                CLIENTS,
                Samples.client(
                    "phones", List.of(Map.of("number", number), Map.of("number", theirs))))
            .expect(201)
            .id();
    String start = Instant.now().minusSeconds(60).toString();
    String row = officer.id() + ",OUTGOING,BUSY,0," + start + ",";
    Answer ended =
        Imports.run(
            manager.api(),
            "calls",
            Imports.CALLS_HEADER + ",number,clientPhone",
            row + theirs + ",",
            row + "," + theirs);
    assertThat(Imports.counts(ended)).containsExactly(2, 0, 0);

    Answer csv = api.with("Accept", "text/csv").get(CALLS + "?clientId=" + client).expect(200);
    assertThat(csv.body()).contains(",externalId,number,region,");
    assertThat(csv.body().lines().filter(line -> line.contains(theirs))).hasSize(1);
    assertThat(csv.body().lines()).hasSize(3);
  }
}
