package io.calllog.api.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.AtOnce;
import io.calllog.api.OwnApplication;
import io.calllog.api.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * There is always an active administrator. The test has its own database, so that no other test
 * creates administrators. Each test starts and ends with one administrator.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LastAdministratorApiIT {

  private final OwnApplication application = startOnADatabaseOfItsOwn();
  private final Accounts accounts = new Accounts(application.api());
  private Account first = accounts.admin();

  @BeforeEach
  void start_with_one_administrator() {
    assertThat(administrators()).containsExactly(first.id());
  }

  @AfterAll
  void stop() {
    application.close();
  }

  @ParameterizedTest
  @CsvSource({"role, OFFICER", "role, MANAGER", "status, INACTIVE"})
  void can_be_neither_demoted_nor_deactivated(String field, String value) {
    Answer answer = first.api().patch(path(first), Api.json(field, value));

    answer.expectProblem(409, "last-administrator");
    var body = Api.json("name", first.name(), "email", first.email());
    body.put(field, value);
    first.api().put(path(first), body).expectProblem(409, "last-administrator");
    first.api().get("/api/auth/profile").expect(200);
  }

  @Test
  void cannot_be_deleted() {
    first.api().delete(path(first)).expectProblem(409, "last-administrator");

    first.api().get(path(first)).expect(200);
  }

  @Test
  void is_the_last_one_when_all_others_are_inactive_or_deleted() {
    Account inactive = newAdministrator();
    Account deleted = newAdministrator();
    first.api().patch(path(inactive), Api.json("status", "INACTIVE")).expect(200);
    first.api().delete(path(deleted)).expect(204);

    first.api().delete(path(first)).expectProblem(409, "last-administrator");
    first
        .api()
        .patch(path(first), Api.json("role", "MANAGER"))
        .expectProblem(409, "last-administrator");
    first.api().delete(path(inactive)).expect(204);
  }

  @Test
  void can_change_other_fields() {
    first.api().patch(path(first), Api.json("name", "Root", "phone", "+12025550143")).expect(200);
    first.api().patch(path(first), Api.json("region", accounts.region("EMEA"))).expect(200);

    first = accounts.signIn(first.email(), Accounts.PASSWORD);
  }

  @Test
  void can_be_removed_when_there_is_another() {
    Account second = newAdministrator();
    first.api().patch(path(first), Api.json("role", "OFFICER")).expect(200);

    second.api().delete(path(second)).expectProblem(409, "last-administrator");
    first = second;
  }

  /** The second request fails, or its sender is no longer an administrator. */
  @RepeatedTest(10)
  void remains_when_two_demote_each_other() {
    Account second = newAdministrator();
    Account one = first;
    List<Answer> answers =
        AtOnce.send(
            List.of(
                () -> one.api().patch(path(second), Api.json("role", "OFFICER")),
                () -> second.api().patch(path(one), Api.json("role", "OFFICER"))));

    assertThat(AtOnce.count(answers, 200)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 409) + AtOnce.count(answers, 401)).isEqualTo(1);
    first = answers.getFirst().status() == 200 ? one : second;
  }

  @RepeatedTest(3)
  void remains_when_all_are_removed_at_once() {
    List<Account> all = new ArrayList<>(List.of(first));
    for (int i = 0; i < 5; i++) {
      all.add(newAdministrator());
    }
    List<Supplier<Answer>> requests = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Account account = all.get(i);
      requests.add(
          switch (i % 3) {
            case 0 -> () -> account.api().delete(path(account));
            case 1 -> () -> account.api().patch(path(account), Api.json("role", "MANAGER"));
            default -> () -> account.api().patch(path(account), Api.json("status", "INACTIVE"));
          });
    }

    List<Answer> answers = AtOnce.send(requests);

    List<Account> left =
        all.stream().filter(account -> answers.get(all.indexOf(account)).status() == 409).toList();
    assertThat(left).hasSize(1);
    assertThat(AtOnce.count(answers, 200) + AtOnce.count(answers, 204)).isEqualTo(5);
    first = left.getFirst();
  }

  @AfterEach
  void restore_one_administrator() {
    assertThat(administrators()).containsExactly(first.id());
  }

  private List<String> administrators() {
    return first
        .api()
        .get("/api/officers?role=ADMIN&status=ACTIVE")
        .expect(200)
        .at("/items")
        .valueStream()
        .map(officer -> officer.at("/id").asString())
        .toList();
  }

  private Account newAdministrator() {
    String email = Accounts.unique() + "@calllog.example";
    var body =
        Api.json("name", "Another", "email", email, "password", Accounts.PASSWORD, "role", "ADMIN");
    first.api().post("/api/officers", body).expect(201);
    return accounts.signIn(email, Accounts.PASSWORD);
  }

  private static String path(Account account) {
    return "/api/officers/" + account.id();
  }

  private static OwnApplication startOnADatabaseOfItsOwn() {
    var services = Services.running();
    String database = services.createDatabase("last_administrator");
    return OwnApplication.start(
        OwnApplication.settings(services, database, OwnApplication.firstAdmin()));
  }
}
