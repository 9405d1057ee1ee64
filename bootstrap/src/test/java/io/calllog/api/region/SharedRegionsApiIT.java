package io.calllog.api.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.OwnApplication;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Two nodes share the tree of regions. */
@TestInstance(Lifecycle.PER_CLASS)
class SharedRegionsApiIT {

  private static final Duration IN_TIME = Duration.ofSeconds(2);

  private final Services services = Services.running();
  private OwnApplication one;
  private OwnApplication other;
  private Accounts accounts;
  private Api admin;

  @BeforeAll
  void start_two_nodes() {
    String database = services.createDatabase("shared_regions");
    one = start(database);
    other = start(database);
    accounts = new Accounts(one.api());
    admin = accounts.admin().api();
  }

  private OwnApplication start(String database) {
    return OwnApplication.start(
        OwnApplication.settings(
            services,
            database,
            "calllog.rate-limit.api.per-minute=1000000",
            "calllog.rate-limit.api.burst=100000",
            OwnApplication.firstAdmin()[0],
            OwnApplication.firstAdmin()[1]));
  }

  @AfterAll
  void stop() {
    one.close();
    other.close();
  }

  @Test
  void a_rename_is_seen_at_once_here_and_within_two_seconds_on_the_other_node() {
    String before = Accounts.newRegion();
    String after = Accounts.newRegion();
    Account manager = accounts.manager(before);
    manager.api().post("/api/calls", Samples.call()).expect(201);
    Api elsewhere = other.api().as(manager.token());
    assertThat(elsewhere.get("/api/auth/profile").text("/region")).isEqualTo(before);
    Answer figures = manager.api().get("/api/analytics/summary").expect(200);

    rename(before, after);

    assertThat(manager.api().get("/api/auth/profile").expect(200).text("/region")).isEqualTo(after);
    assertThat(calls(manager.api(), after)).isOne();
    await()
        .atMost(IN_TIME)
        .until(() -> elsewhere.get("/api/auth/profile").text("/region").equals(after));
    assertThat(calls(elsewhere, after)).isOne();
    assertThat(calls(elsewhere, before)).isZero();
    assertThat(elsewhere.get("/api/analytics/summary").expect(200).at("/calls"))
        .isEqualTo(figures.at("/calls"));
  }

  @Test
  void a_new_region_can_be_used_at_once_on_the_other_node() {
    Api elsewhere = other.api().as(accounts.admin().token());

    for (int i = 0; i < 5; i++) {
      String region = accounts.region(Accounts.newRegion());
      elsewhere.post("/api/clients", Api.json("name", "Acme", "region", region)).expect(201);
      assertThat(elsewhere.get("/api/clients?region=" + region).expect(200).at("/items"))
          .hasSize(1);
    }
  }

  @RepeatedTest(5)
  void a_region_is_deleted_or_used_but_not_both() {
    String region = accounts.region(Accounts.newRegion());
    String path = Regions.at(admin, region);
    Api elsewhere = other.api().as(accounts.admin().token());

    List<Answer> answers =
        AtOnce.send(
            8,
            i ->
                i == 0
                    ? admin.delete(path)
                    : elsewhere.post("/api/clients", Api.json("name", "Acme", "region", region)));

    boolean deleted = answers.getFirst().status() == 204;
    List<Answer> placed = answers.subList(1, answers.size());
    if (deleted) {
      assertThat(placed).allMatch(answer -> answer.status() == 400 || answer.status() == 409);
    } else {
      answers.getFirst().expectProblem(409, "region-in-use");
      assertThat(placed).allMatch(answer -> answer.status() == 201);
    }
  }

  private void rename(String from, String to) {
    admin.patch(Regions.at(admin, from), Api.json("path", to)).expect(200);
  }

  private static int calls(Api api, String region) {
    return api.get("/api/calls?count=true&region=" + region).expect(200).at("/total").asInt();
  }
}
