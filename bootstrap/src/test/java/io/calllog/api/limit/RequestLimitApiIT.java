package io.calllog.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.OpenApiContract;
import io.calllog.api.OpenApiDocument;
import io.calllog.api.OwnApplication;
import io.calllog.api.ProblemShape;
import io.calllog.api.Samples;
import io.calllog.api.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Requests of an officer or an address, with the default limits. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class RequestLimitApiIT {

  private static final String PROFILE = "/api/auth/profile";

  private OwnApplication application;
  private Api api;
  private Accounts accounts;

  @BeforeAll
  void start_with_limits_behind_a_proxy() {
    Services services = Services.running();
    application =
        OwnApplication.start(
            OwnApplication.settings(
                services,
                services.createDatabase("request_limits"),
                Limits.with(
                    Limits.DEFAULTS,
                    "calllog.proxies=127.0.0.1/32",
                    "spring.data.redis.timeout=5s",
                    OwnApplication.firstAdmin()[0],
                    OwnApplication.firstAdmin()[1])));
    api = Limits.from(Limits.newAddress(), application.api());
    // Also checks 429 answers against the OpenAPI document.
    api = api.observedBy(new OpenApiContract(new OpenApiDocument(application.api())));
    accounts = new Accounts(api);
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void every_answer_has_the_limit_and_the_remaining_requests() {
    Account officer = accounts.officer(Accounts.newRegion());
    // The first call of all takes so long that one more request is granted meanwhile.
    accounts.officer(Accounts.newRegion()).api().post("/api/calls", Samples.call()).expect(201);
    Api own = officer.api();
    String call = own.post("/api/calls", Samples.call()).expect(201).id();
    Answer read = own.get("/api/calls/" + call).expect(200);
    assertThat(read.header("RateLimit")).isEqualTo("\"api\";r=58;t=1");
    assertTold(read);
    assertTold(own.with("If-None-Match", read.etag()).get("/api/calls/" + call).expect(304));
    assertTold(own.get("/api/calls/none").expect(400));
    assertTold(own.post("/api/calls", "{").expect(400));
    assertTold(own.delete("/api/officers/" + officer.id()).expect(403));
    assertTold(own.get("/api/nowhere").expect(404));
    assertTold(own.delete(PROFILE).expect(405));
    assertTold(own.with("Accept", "image/png").get(PROFILE).expect(406));
    assertTold(own.ifMatch("\"77\"").delete("/api/calls/" + call).expect(412));
    assertTold(own.post("/api/calls", " ".repeat(1024 * 1024) + "{}").expect(413));
    assertTold(own.send("POST", "/api/calls", "text/plain", "{}").expect(415));
    assertTold(own.delete("/api/calls/" + call).expect(204));
    assertTold(own.send("HEAD", PROFILE, null, null).expect(200));
    assertTold(api.get(PROFILE).expect(401));
    assertTold(api.as("none").get(PROFILE).expect(401));
    assertTold(Limits.signIn(api, Limits.newEmail(), "wrong").expect(401));
    assertTold(api.get("/v3/api-docs").expect(200));
    assertTold(api.get("/api/officers;x=1").expect(400));
  }

  @Test
  void an_officer_over_the_limit_can_continue_after_the_stated_time() {
    Account officer = accounts.officer(Accounts.newRegion());
    Account colleague = accounts.officer(Accounts.newRegion());

    Answer refused = Limits.exhaust(officer.api(), PROFILE);

    ProblemShape.require(refused.expectProblem(429, "too-many-requests"));
    assertTold(refused);
    assertThat(refused.header("RateLimit")).isEqualTo("\"api\";r=0;t=1");
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    colleague.api().get(PROFILE).expect(200);
    api.get(PROFILE).expect(401);
    await()
        .atMost(Duration.ofSeconds(5))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> officer.api().get(PROFILE).expect(200));
  }

  @Test
  void a_key_has_a_limit_of_its_own_that_changes_within_seconds() {
    Account key = accounts.key(Accounts.newRegion(), "calls:read");
    Answer first = key.api().get("/api/calls").expect(200);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"key\";q=1200;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"key\";r=1199;t=1");
    Answer denied = key.api().get("/api/clients").expect(403);
    assertThat(denied.header("RateLimit")).matches("\"key\";r=119[89];t=1");

    accounts
        .admin()
        .api()
        .patch("/api/keys/" + key.id(), Api.json("requestsPerMinute", 3))
        .expect(200);

    assertThat(key.api().get("/api/calls").expect(200).header("RateLimit-Policy"))
        .isEqualTo("\"key\";q=3;w=60");
    key.api().get("/api/calls").expect(200);
    key.api().get("/api/calls").expect(200);
    Answer refused = key.api().get("/api/clients").expectProblem(429, "too-many-requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(15, 20);
  }

  @Test
  void several_calls_count_as_one_request_and_one_more_for_each_fifty() {
    for (var rest : Map.of(49, "59", 500, "49|50", 1_000, "39|40").entrySet()) {
      Answer first =
          accounts
              .officer(Accounts.newRegion())
              .api()
              .post("/api/calls/batch", calls(rest.getKey()))
              .expect(200);
      assertThat(first.header("RateLimit")).matches("\"api\";r=(" + rest.getValue() + ");t=1");
    }
  }

  @Test
  void several_calls_above_the_limit_are_refused_as_a_whole() {
    Api officer = accounts.officer(Accounts.newRegion()).api();
    Object thousand = calls(1_000);

    List<Answer> answers =
        AtOnce.send(Collections.nCopies(6, () -> officer.post("/api/calls/batch", thousand)));

    List<Answer> refused = answers.stream().filter(answer -> answer.status() != 200).toList();
    assertThat(answers).anySatisfy(answer -> answer.expect(200));
    assertThat(refused)
        .isNotEmpty()
        .allSatisfy(answer -> {
          ProblemShape.require(answer.expectProblem(429, "too-many-requests"));
          assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 5);
        });
  }

  private static Object calls(int number) {
    Instant start = Instant.now();
    return Api.json(
        "calls",
        Stream.generate(
                () -> Samples.call("id", Samples.callId(start), "startedAt", start.toString()))
            .limit(number)
            .toList());
  }

  @Test
  void an_officer_has_the_same_limit_from_all_addresses() {
    Account officer = accounts.officer(Accounts.newRegion());
    Limits.exhaust(Limits.from("192.0.2.1", officer.api()), PROFILE);
    Answer elsewhere = Limits.from("192.0.2.2", officer.api()).get(PROFILE);
    assertThat(elsewhere.header("RateLimit")).matches("\"api\";r=[0-5];t=1");
  }

  @Test
  void requests_without_a_valid_token_are_limited_by_address(CapturedOutput output) {
    String address = Limits.newAddress();
    Api here = Limits.from(address, api);
    Limits.exhaust(here, PROFILE).expectProblem(429, "too-many-requests");
    assertThat(output).contains("Too many requests: refused GET " + PROFILE + " from " + address);
    Limits.exhaust(here.as("no token"), PROFILE).expect(429);
    Limits.from(Limits.newAddress(), api).get(PROFILE).expect(401);
    // A signed-in officer at the same address is not affected.
    Limits.from(Limits.newAddress(), accounts.admin().api()).get(PROFILE).expect(200);
  }

  @Test
  void addresses_of_one_ipv6_network_share_a_limit() {
    String network = "2001:db8:%s:%s".formatted(hex(), hex());
    Limits.exhaust(Limits.from(network + "::1", api), PROFILE);
    Answer neighbour = Limits.from(network + ":ffff::7", api).get(PROFILE);
    assertThat(neighbour.header("RateLimit")).matches("\"api\";r=[0-5];t=1");
  }

  private static String hex() {
    return Accounts.unique().substring(0, 4);
  }

  private static void assertTold(Answer answer) {
    assertThat(answer.header("RateLimit-Policy"))
        .as(answer.request())
        .isEqualTo("\"api\";q=60;w=12");
    assertThat(answer.header("RateLimit"))
        .as(answer.request())
        .matches("\"api\";r=([0-9]|[1-5][0-9]);t=1");
  }
}
