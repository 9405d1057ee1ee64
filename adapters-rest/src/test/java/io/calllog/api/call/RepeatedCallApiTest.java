package io.calllog.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ProblemShape;
import io.calllog.api.RestOnFakes;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A client that did not receive a response sends the call again with the same id. */
@RestOnFakes
@TestInstance(Lifecycle.PER_CLASS)
class RepeatedCallApiTest {

  private static final String CALLS = "/api/calls";
  private static final Duration DAY = Duration.ofHours(24);

  private final Accounts accounts;
  private final Account manager;
  private final Account officer;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(3_600);

  RepeatedCallApiTest(Accounts accounts) {
    this.accounts = accounts;
    this.manager = accounts.manager(Accounts.newRegion());
    this.officer = accounts.officer(manager.region());
  }

  @Test
  void is_logged_once_with_the_id_of_the_client() {
    String id = Samples.callId(start);
    Answer first = post(call(id)).expect(201);
    assertThat(first.id()).isEqualTo(id);
    assertThat(first.header("Location")).isEqualTo(CALLS + "/" + id);

    Answer again = post(call(id)).expect(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.etag()).isEqualTo(first.etag());
    assertThat(again.header("Location")).isEmpty();
    assertThat(listed(id)).isEqualTo(1);
  }

  @Test
  void is_recognised_in_another_notation() {
    String id = Samples.callId(start);
    var whole = call(id, "comment", "Café", "officerId", null, "clientId", null);
    post(whole).expect(201);

    post(call(id.toUpperCase(java.util.Locale.ROOT), "comment", " Cafe\u0301 ")).expect(200);
    String shifted = start.atOffset(java.time.ZoneOffset.ofHours(5)).toString();
    post(call(id, "comment", "Café", "startedAt", shifted)).expect(200);
    post(call(id, "comment", "Café", "officerId", officer.id())).expect(200);
    post("{\"comment\":\"Caf\\u00e9\",\"durationSeconds\":60,\"startedAt\":\"%s\",\"id\":\"%s\","
                .formatted(start, id)
            + "\"outcome\":\"SUCCESSFUL\",\"type\":\"OUTGOING\"}")
        .expect(200);
  }

  @Test
  void is_answered_with_the_current_state() {
    String id = Samples.callId(start);
    post(call(id, "comment", "first")).expect(201);
    Answer changed =
        officer
            .api()
            .patch(CALLS + "/" + id, Api.json("outcome", "OTHER", "comment", "second"))
            .expect(200);

    Answer again = post(call(id, "comment", "first")).expect(200);
    assertThat(again.json()).isEqualTo(changed.json());
    assertThat(again.etag()).isEqualTo(changed.etag());
    // what it became is not what was asked for first
    post(call(id, "outcome", "OTHER", "comment", "second")).expectProblem(409, "call-id-taken");
  }

  @Test
  void is_recognised_after_its_client_was_deleted() {
    String client = manager.api().post("/api/clients", Samples.client()).expect(201).id();
    String id = Samples.callId(start);
    Answer first = post(call(id, "clientId", client)).expect(201);
    manager.api().delete("/api/clients/" + client).expect(204);
    assertThat(post(call(id, "clientId", client)).expect(200).json()).isEqualTo(first.json());
  }

  @Test
  void is_refused_with_other_content() {
    String client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
    String id = Samples.callId(start);
    Answer first = post(call(id)).expect(201);
    for (Map<String, @Nullable Object> other :
        List.of(
            call(id, "type", "INCOMING"),
            call(id, "outcome", "BUSY"),
            call(id, "durationSeconds", 61),
            call(id, "comment", "?"),
            call(id, "clientId", client),
            call(id, "startedAt", start.plusMillis(1).toString()))) {
      post(other).expectProblem(409, "call-id-taken");
    }
    assertThat(officer.api().get(CALLS + "/" + id).expect(200).json()).isEqualTo(first.json());
  }

  @Test
  void does_not_reveal_a_call_of_another_officer() {
    String id = Samples.callId(start);
    post(call(id, "comment", "a secret")).expect(201);
    Account stranger = accounts.officer(Accounts.newRegion());
    Account colleague = accounts.officer(manager.region());
    for (Account other : List.of(stranger, colleague)) {
      Answer same = other.api().post(CALLS, call(id, "comment", "a secret"));
      Answer different = other.api().post(CALLS, call(id, "comment", "a guess"));
      for (Answer refused : List.of(same, different)) {
        assertThat(ProblemShape.require(refused.expect(409)).path("code").asString())
            .isEqualTo("call-id-taken");
        assertThat(refused.body()).doesNotContain("secret", officer.id(), officer.name());
        assertThat(refused.etag()).isEmpty();
      }
    }
  }

  @Test
  void only_its_officer_is_told_that_it_was_deleted() {
    String id = Samples.callId(start);
    post(call(id)).expect(201);
    officer.api().delete(CALLS + "/" + id).expect(204);

    post(call(id)).expectProblem(409, "call-deleted");
    post(call(id, "outcome", "BUSY")).expectProblem(409, "call-id-taken");
    Account colleague = accounts.officer(manager.region());
    colleague.api().post(CALLS, call(id)).expectProblem(409, "call-id-taken");
    officer.api().get(CALLS + "/" + id).expectProblem(404, "not-found");
    assertThat(listed(id)).isZero();
  }

  @Test
  void is_not_logged_again_after_it_was_given_to_another_officer() {
    String id = Samples.callId(start);
    post(call(id)).expect(201);
    Account colleague = accounts.officer(manager.region());
    manager.api().patch(CALLS + "/" + id, Api.json("officerId", colleague.id())).expect(200);

    post(call(id)).expectProblem(409, "call-deleted");
    assertThat(listed(id)).isEqualTo(1);
  }

  @Test
  void cannot_take_the_id_of_a_call_that_the_server_named() {
    Answer logged =
        officer.api().post(CALLS, Samples.call("startedAt", start.toString())).expect(201);
    post(call(logged.id())).expectProblem(409, "call-id-taken");
  }

  @Test
  void may_be_sent_by_a_manager_for_the_officer() {
    String id = Samples.callId(start);
    var call = call(id, "officerId", officer.id());
    Answer first = manager.api().post(CALLS, call).expect(201);
    assertThat(manager.api().post(CALLS, call).expect(200).json()).isEqualTo(first.json());
    assertThat(post(call).expect(200).json()).isEqualTo(first.json());
  }

  @Test
  void requires_an_id_of_version_7() {
    for (String id :
        List.of(
            UUID.randomUUID().toString(),
            "00000000-0000-0000-0000-000000000000",
            Samples.callId(start).replaceFirst("^(.{14})7", "$1" + "4"), // another version
            Samples.callId(start).replaceFirst("^(.{19}).", "$1c"))) { // another variant
      assertThat(ProblemShape.places(post(call(id)))).containsExactly("/id");
    }
  }

  @Test
  void must_start_within_a_day_of_the_time_in_its_id() {
    post(call(Samples.callId(start.minus(DAY)))).expect(201);
    post(call(Samples.callId(start.plus(DAY)))).expect(201);
    for (Instant far : List.of(start.minus(DAY).minusMillis(1), start.plus(DAY).plusMillis(1))) {
      Answer refused = post(call(Samples.callId(far)));
      assertThat(ProblemShape.places(refused)).containsExactly("/startedAt");
    }
  }

  @Test
  void requires_a_start() {
    var call = call(Samples.callId(start));
    call.remove("startedAt");
    assertThat(ProblemShape.places(post(call))).containsExactly("/startedAt");
  }

  @Test
  void fifty_concurrent_requests_log_it_once() throws ExecutionException, InterruptedException {
    var call = call(Samples.callId(start));
    Callable<Integer> sending = () -> post(call).status();
    List<Integer> statuses = new ArrayList<>();
    try (var phones = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        sent.add(phones.submit(sending));
      }
      for (Future<Integer> each : sent) {
        statuses.add(each.get());
      }
    }
    assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
  }

  private Map<String, @Nullable Object> call(String id, @Nullable Object... fields) {
    var call = Samples.call("id", id, "startedAt", start.toString());
    call.putAll(Api.json(fields));
    return call;
  }

  private Answer post(Object call) {
    return officer.api().post(CALLS, call);
  }

  private long listed(String id) {
    var items = manager.api().get(CALLS + "?limit=200").expect(200).at("/items");
    return items.valueStream().filter(item -> item.path("id").asString().equals(id)).count();
  }
}
