package io.calllog.api.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code POST /api/clients/{id}/merge}, and requests that name a client that was merged. */
@RestOnFakes
class MergeClientApiTest {

  private final Account manager;
  private final Account officer;
  private String kept = "";
  private String merged = "";

  MergeClientApiTest(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
  }

  @BeforeEach
  void create_two_clients() {
    kept = create(Samples.client("name", "Grace Palmer", "company", "Harbour"));
    merged = create(Samples.client("company", "Harbour Tools", "phone", "+442079460958"));
  }

  @Test
  void gives_calls_and_missing_facts_to_the_client_that_remains() {
    String call = officer.api().post("/api/calls", callWith(merged)).expect(201).id();

    Answer answer = merge(manager).expect(200);

    assertThat(answer.id()).isEqualTo(kept);
    assertThat(answer.text("/company")).isEqualTo("Harbour");
    assertThat(answer.text("/phone")).isEqualTo("+442079460958");
    assertThat(answer.etag()).isEqualTo("\"1\"");
    Answer read = officer.api().get("/api/clients/" + kept).expect(200);
    assertThat(read.at("/totals/calls").intValue()).isEqualTo(1);
    assertThat(read.text("/history/items/0/id")).isEqualTo(call);
    assertThat(merge(manager).expect(200).json()).isEqualTo(answer.json());
  }

  @Test
  void the_other_client_is_gone_and_says_where_to() {
    merge(manager).expect(200);

    Answer gone = officer.api().get("/api/clients/" + merged);
    gone.expectProblem(410, "client-merged");
    assertThat(gone.text("/mergedInto")).isEqualTo(kept);
    Api foreign = manager.api();
    foreign
        .patch("/api/clients/" + merged, Api.json("company", "X"))
        .expectProblem(410, "client-merged");
    foreign.get("/api/clients/" + merged + "/calls").expectProblem(410, "client-merged");
    foreign
        .post("/api/clients/" + merged + "/restore", Api.json())
        .expectProblem(410, "client-merged");
    assertThat(officer.api().items("/api/clients?q=Harbour"))
        .noneMatch(client -> client.at("/id").asString().equals(merged));
  }

  @Test
  void those_who_still_name_it_are_understood() {
    String other = officer.api().post("/api/calls", Samples.call()).expect(201).id();
    officer.api().post("/api/follow-ups", Samples.followUp(merged)).expect(201);
    merge(manager).expect(200);

    officer.api().post("/api/follow-ups", Samples.followUp(merged)).expect(201);
    Answer logged = officer.api().post("/api/calls", callWith(merged)).expect(201);
    Answer corrected =
        officer.api().patch("/api/calls/" + other, Api.json("clientId", merged)).expect(200);

    assertThat(logged.text("/clientId")).isEqualTo(kept);
    assertThat(logged.text("/clientName")).isEqualTo("Grace Palmer");
    assertThat(corrected.text("/clientId")).isEqualTo(kept);
    for (String named : new String[] {kept, merged}) {
      assertThat(officer.api().items("/api/calls?clientId=" + named)).hasSize(2);
      assertThat(officer.api().items("/api/follow-ups?clientId=" + named)).hasSize(2);
    }
  }

  @Test
  void is_refused_to_those_who_may_not_delete_it() {
    Answer refused = merge(officer);
    refused.expectProblem(403, "not-permitted");
    assertThat(refused.text("/detail"))
        .isEqualTo("Only those who may delete the other client may merge it.");
    manager
        .api()
        .post("/api/clients/" + kept + "/merge", Api.json("from", kept))
        .expectProblem(400, "invalid-input");
  }

  @Test
  void is_refused_if_phones_would_be_lost() {
    kept = create(Samples.client("phones", phones(0, 5)));
    merged = create(Samples.client("phones", phones(5, 11)));
    Answer before = manager.api().get("/api/clients/" + merged).expect(200);

    Answer refused = merge(manager);

    refused.expectProblem(400, "invalid-input");
    assertThat(refused.text("/errors/0/pointer")).isEqualTo("/from");
    assertThat(refused.text("/errors/0/code")).isEqualTo("too-many");
    assertThat(manager.api().get("/api/clients/" + merged).expect(200).json())
        .isEqualTo(before.json());
  }

  private static List<Map<String, @Nullable Object>> phones(int first, int end) {
    return IntStream.range(first, end)
        .mapToObj(i -> Api.json("number", "+4420794609" + (50 + i)))
        .toList();
  }

  private Answer merge(Account by) {
    return by.api().post("/api/clients/" + kept + "/merge", Api.json("from", merged));
  }

  private String create(Map<String, @Nullable Object> client) {
    return officer.api().post("/api/clients", client).expect(201).id();
  }

  private static Map<String, @Nullable Object> callWith(String client) {
    return Samples.call("clientId", client);
  }
}
