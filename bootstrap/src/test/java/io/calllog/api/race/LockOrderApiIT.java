package io.calllog.api.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two requests that need the same rows. Another session stops the first one at a row, until the
 * second one waits too: requests that lock in different orders then deadlock.
 */
@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class LockOrderApiIT {

  private static final String CLIENT = "SELECT FROM clients WHERE id = ? FOR UPDATE";
  private static final String FIGURES = "SELECT FROM officer_days WHERE officer_id = ? FOR UPDATE";
  private static final String FOLLOW_UP = "SELECT FROM follow_ups WHERE id = ? FOR UPDATE";
  private static final String OFFICER = "SELECT FROM officers WHERE id = ? FOR UPDATE";
  private static final String FOLLOW_UPS = "/api/follow-ups";
  private static final int TIMES = 3;

  private final DataSource dataSource;
  private final JdbcClient.StatementSpec waiting;
  private final Api admin;
  private final Api manager;
  private final Account anna;
  private final Account bob;
  private final Account carl;
  private final Account dora;
  private final String below;

  LockOrderApiIT(Accounts accounts, DataSource dataSource, JdbcClient database) {
    String region = Accounts.newRegion();
    this.dataSource = dataSource;
    this.waiting =
        database.sql(
            "SELECT count(*) FROM pg_stat_activity"
                + " WHERE wait_event_type = 'Lock' AND datname = current_database()");
    this.admin = accounts.admin().api();
    this.manager = accounts.manager(region).api();
    this.anna = accounts.officer(region);
    this.bob = accounts.officer(region);
    this.carl = accounts.officer(region);
    this.dora = accounts.officer(region);
    this.below = accounts.region(region + "/below");
    log(Samples.call()); // so that there are figures of today, which can be locked
  }

  @AfterEach
  void no_transaction_lost_a_deadlock(CapturedOutput output) {
    assertThat(output).doesNotContain("deadlock detected");
  }

  @RepeatedTest(TIMES)
  void a_call_that_keeps_a_promise_and_makes_one_and_a_change_of_the_owner() throws Exception {
    String client = client(anna);
    followUp(client, anna);

    bothInTurn(
        FIGURES,
        anna.id(),
        () -> log(Samples.call("clientId", client, "followUp", tomorrow())),
        () -> manager.patch("/api/clients/" + client, Api.json("ownerId", bob.id())));
  }

  @RepeatedTest(TIMES)
  void a_call_that_keeps_a_promise_and_makes_one_and_a_hand_over() throws Exception {
    String client = client(anna);
    followUp(client, anna);

    bothInTurn(
        FIGURES,
        anna.id(),
        () -> log(Samples.call("clientId", client, "followUp", tomorrow())),
        () -> handOver(anna, bob));
  }

  @RepeatedTest(TIMES)
  void a_call_that_keeps_a_promise_and_a_merge_that_gives_an_owner() throws Exception {
    String client = client(null);
    followUp(client, anna);
    String other = client(bob);

    bothInTurn(
        FIGURES,
        anna.id(),
        () -> log(Samples.call("clientId", client)),
        () -> merge(other, client));
  }

  @RepeatedTest(TIMES)
  void a_call_that_keeps_a_promise_and_a_change_of_the_region() throws Exception {
    String client = client(anna);
    followUp(client, anna);

    bothInTurn(
        FIGURES,
        anna.id(),
        () -> log(Samples.call("clientId", client)),
        () -> manager.patch("/api/clients/" + client, Api.json("region", below)));
  }

  @RepeatedTest(TIMES)
  void a_change_of_a_call_and_a_merge() throws Exception {
    String client = client(anna);
    String other = client(anna);
    String call = log(Samples.call("clientId", other)).expect(201).id();

    bothInTurn(
        FIGURES,
        anna.id(),
        () -> anna.api().patch("/api/calls/" + call, Api.json("durationSeconds", 90)),
        () -> merge(other, client));
  }

  @RepeatedTest(TIMES)
  void hand_overs_in_both_directions() throws Exception {
    bothInTurn(OFFICER, anna.id(), () -> handOver(anna, bob), () -> handOver(bob, anna));
    bothInTurn(OFFICER, bob.id(), () -> handOver(bob, anna), () -> handOver(anna, bob));
  }

  @RepeatedTest(TIMES)
  void hand_overs_of_officers_who_promised_to_call_the_clients_of_each_other() throws Exception {
    followUp(client(anna), bob);
    String ofBobsClient = followUp(client(bob), anna);

    bothInTurn(FOLLOW_UP, ofBobsClient, () -> handOver(bob, carl), () -> handOver(anna, dora));
  }

  @RepeatedTest(TIMES)
  void a_follow_up_that_is_given_away_and_a_hand_over() throws Exception {
    String followUp = followUp(client(anna), anna);

    bothInTurn(
        FOLLOW_UP,
        followUp,
        () -> manager.patch(FOLLOW_UPS + "/" + followUp, Api.json("officerId", bob.id())),
        () -> handOver(anna, bob));
  }

  @RepeatedTest(TIMES)
  void of_two_who_move_or_cancel_a_follow_up_the_second_hears_it() throws Exception {
    for (String change : List.of("dueAt", "state")) {
      String followUp = followUp(client(anna), anna);

      List<Answer> answers =
          inTurn(
              FOLLOW_UP,
              followUp,
              () -> manager.patch(FOLLOW_UPS + "/" + followUp, changed(change)),
              () -> anna.api().patch(FOLLOW_UPS + "/" + followUp, changed(change)));

      answers.getFirst().expect(200);
      answers
          .getLast()
          .expectProblem(409, change.equals("state") ? "follow-up-closed" : "lost-race");
    }
  }

  @RepeatedTest(TIMES)
  void changes_of_different_properties_of_a_follow_up_both_take_effect() throws Exception {
    String followUp = followUp(client(anna), anna);

    bothInTurn(
        FOLLOW_UP,
        followUp,
        () -> manager.patch(FOLLOW_UPS + "/" + followUp, changed("dueAt")),
        () -> anna.api().patch(FOLLOW_UPS + "/" + followUp, Api.json("note", "Later")));
  }

  private static Object changed(String property) {
    return property.equals("state") ? Api.json("state", "CANCELLED") : tomorrow();
  }

  @RepeatedTest(TIMES)
  void a_follow_up_is_not_made_with_a_client_that_is_erased_at_the_same_time() throws Exception {
    String client = client(anna);

    List<Answer> answers =
        inTurn(
            CLIENT, client, () -> erase(client), () -> anna.api().post(FOLLOW_UPS, noted(client)));

    answers.getFirst().expect(204);
    answers.getLast().expectProblem(400, "invalid-input");
    assertThat(manager.items(FOLLOW_UPS + "?clientId=" + client)).isEmpty();
  }

  @RepeatedTest(TIMES)
  void a_call_with_a_client_that_is_erased_at_the_same_time_is_logged_without_its_follow_up()
      throws Exception {
    String client = client(anna);
    Object call =
        Samples.call(
            "clientId",
            client,
            "startedAt",
            Instant.now().minusSeconds(60).toString(),
            "followUp",
            tomorrow());

    List<Answer> answers = inTurn(CLIENT, client, () -> erase(client), () -> log(call));

    answers.getFirst().expect(204);
    Answer logged = answers.getLast().expect(201);
    assertThat(logged.text("/clientId")).isEqualTo(client);
    assertThat(logged.text("/warnings/0/pointer")).isEqualTo("/followUp");
    assertThat(manager.items(FOLLOW_UPS + "?clientId=" + client)).isEmpty();
  }

  @RepeatedTest(TIMES)
  void a_follow_up_is_made_with_the_client_that_remains_after_a_merge() throws Exception {
    String client = client(anna);
    String other = client(anna);

    List<Answer> answers =
        inTurn(
            CLIENT,
            other,
            () -> merge(other, client),
            () -> anna.api().post(FOLLOW_UPS, noted(other)));

    answers.getFirst().expect(200);
    assertThat(answers.getLast().expect(201).text("/clientId")).isEqualTo(client);
  }

  private Answer erase(String client) {
    return admin.post("/api/clients/" + client + "/erase", Api.json());
  }

  private static Object noted(String client) {
    return Samples.followUp(client, "note", "Ask about the offer");
  }

  private Answer log(Object call) {
    return anna.api().post("/api/calls", call);
  }

  private Answer merge(String from, String into) {
    return manager.post("/api/clients/" + into + "/merge", Api.json("from", from));
  }

  private Answer handOver(Account from, Account to) {
    return manager.post("/api/officers/" + from.id() + "/hand-over", Api.json("to", to.id()));
  }

  private String client(@Nullable Account owner) {
    Object client = Samples.client("ownerId", owner == null ? null : owner.id());
    return manager.post("/api/clients", client).expect(201).id();
  }

  private String followUp(String client, Account officer) {
    Object followUp = Samples.followUp(client, "officerId", officer.id());
    return manager.post(FOLLOW_UPS, followUp).expect(201).id();
  }

  private static Object tomorrow() {
    return Api.json("dueAt", Instant.now().plus(Duration.ofDays(1)).toString());
  }

  /** Lets two requests succeed, as {@link #inTurn} does. */
  private void bothInTurn(String lock, String id, Supplier<Answer> first, Supplier<Answer> second)
      throws Exception {
    assertThat(inTurn(lock, id, first, second)).extracting(Answer::status).isSubsetOf(200, 201);
  }

  /** Lets the second request follow when the first one waits for a row, and then frees the row. */
  private List<Answer> inTurn(
      String lock, String id, Supplier<Answer> first, Supplier<Answer> second) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var connection = dataSource.getConnection();
        var row = connection.prepareStatement(lock)) {
      connection.setAutoCommit(false);
      row.setObject(1, UUID.fromString(id));
      row.executeQuery();
      Future<Answer> one = threads.submit(first::get);
      awaitWaiting(1);
      Future<Answer> two = threads.submit(second::get);
      awaitWaiting(2);
      connection.rollback();
      return List.of(one.get(), two.get());
    }
  }

  private void awaitWaiting(int sessions) {
    await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> waiting.query(Integer.class).single() >= sessions);
  }
}
