package io.calllog.api.limit;

import static io.calllog.api.limit.Limits.newAddress;
import static io.calllog.api.limit.Limits.newEmail;
import static io.calllog.api.limit.Limits.register;
import static io.calllog.api.limit.Limits.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.OwnApplication;
import io.calllog.api.ProblemShape;
import io.calllog.api.Services;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Failed sign-ins and registrations, with the default limits. */
@TestInstance(Lifecycle.PER_CLASS)
class SignInLimitApiIT {

  private static final String WRONG = "wrong horse battery staple";

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
                services.createDatabase("sign_in_limits"),
                Limits.with(
                    Limits.DEFAULTS.subList(2, Limits.DEFAULTS.size()),
                    "calllog.registration.mode=open",
                    "calllog.proxies=127.0.0.1/32",
                    "spring.data.redis.timeout=5s",
                    OwnApplication.firstAdmin()[0],
                    OwnApplication.firstAdmin()[1])));
    api = application.api();
    accounts = new Accounts(api);
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @Test
  void after_five_wrong_passwords_from_one_address_sign_ins_are_rejected() {
    String email = accounts.officer(Accounts.newRegion()).email();
    assertFifthIsTheLast(email);
    signIn(Limits.from(newAddress(), api), email, Accounts.PASSWORD).expect(200);
  }

  @Test
  void limits_do_not_reveal_which_accounts_exist() {
    assertFifthIsTheLast(newEmail());
    assertFifthIsTheLast(Accounts.unique());
  }

  private void assertFifthIsTheLast(String email) {
    Api here = Limits.from(newAddress(), api);
    for (int i = 0; i < 5; i++) {
      signIn(here, email, WRONG).expectProblem(401, "bad-credentials");
    }
    for (String password : List.of(WRONG, Accounts.PASSWORD)) {
      Answer refused = signIn(here, email, password);
      ProblemShape.require(refused.expectProblem(429, "too-many-requests"));
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(150, 180);
      assertThat(refused.header("RateLimit")).isNotEmpty();
    }
  }

  @Test
  void concurrent_failures_are_counted() {
    Api here = Limits.from(newAddress(), api);
    String email = accounts.officer(Accounts.newRegion()).email();
    List<Answer> answers = AtOnce.send(30, _ -> signIn(here, email, WRONG));
    assertThat(AtOnce.count(answers, 401)).isEqualTo(5);
    assertThat(AtOnce.count(answers, 429)).isEqualTo(25);
  }

  @Test
  void after_fifty_wrong_passwords_from_many_addresses_sign_ins_are_rejected() {
    String known = accounts.officer(Accounts.newRegion()).email();
    for (String email : List.of(known, newEmail())) {
      List<Answer> answers =
          AtOnce.send(54, i -> signIn(Limits.from("172.16.0." + i, api), email, WRONG));
      // The bucket gets a token every 18 seconds while the passwords are checked.
      assertThat(AtOnce.count(answers, 401)).isBetween(50L, 52L);
      assertThat(AtOnce.count(answers, 429)).isEqualTo(54 - AtOnce.count(answers, 401));
    }
  }

  @Test
  void successful_sign_ins_are_not_counted() {
    Account officer = accounts.officer(Accounts.newRegion());
    Api here = Limits.from(newAddress(), api);
    for (int i = 0; i < 12; i++) {
      signIn(here, officer.email(), Accounts.PASSWORD).expect(200);
    }
    for (int i = 0; i < 4; i++) {
      signIn(here, officer.email(), WRONG).expect(401);
    }
    signIn(here, officer.email(), Accounts.PASSWORD).expect(200);
  }

  @Test
  void many_officers_sign_in_from_one_address_at_once() {
    Api office = Limits.from(newAddress(), api);
    List<Supplier<Answer>> signIns =
        Stream.generate(() -> accounts.officer(Accounts.newRegion()))
            .limit(20)
            .<Supplier<Answer>>map(
                officer -> () -> signIn(office, officer.email(), Accounts.PASSWORD))
            .toList();
    assertThat(AtOnce.send(signIns)).extracting(Answer::status).containsOnly(200);
  }

  @Test
  void after_ten_failures_an_address_must_wait_for_any_account() {
    Api here = Limits.from(newAddress(), api);
    List<Integer> answers =
        IntStream.range(0, 12).mapToObj(_ -> signIn(here, newEmail(), WRONG).status()).toList();
    assertThat(answers.subList(0, 10)).containsOnly(401);
    assertThat(answers).contains(429);
    Answer refused = await().until(() -> register(here), answer -> answer.status() == 429);
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 6);
    await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> register(here).expect(201));
    register(Limits.from(newAddress(), api)).expect(201);
  }

  @Test
  void an_address_registers_at_most_ten_accounts_at_once() {
    Api here = Limits.from(newAddress(), api);
    List<Answer> answers = AtOnce.send(20, _ -> register(here));
    assertThat(AtOnce.count(answers, 201)).isBetween(10L, 11L);
    assertThat(answers).extracting(Answer::status).containsOnly(201, 429);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(answer -> assertThat(answer.header("Retry-After")).matches("[1-6]"));
    signIn(here, newEmail(), WRONG).expectProblem(429, "too-many-requests");
  }
}
