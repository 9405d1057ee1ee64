package io.calllog.api.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.AtOnce;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Concurrent requests that create the same resource create it once. */
@ApiTest
class ParallelCreationApiIT {

  private final Accounts accounts;

  ParallelCreationApiIT(Accounts accounts) {
    this.accounts = accounts;
  }

  @Test
  void one_of_50_registrations_gets_an_email() {
    String email = Accounts.unique() + "@calllog.example";
    Api anonymous = accounts.admin().api().anonymous();

    List<Answer> answers =
        AtOnce.send(50, i -> anonymous.post("/api/auth/register", newOfficer(i, email)));

    assertOne(answers, email);
  }

  @Test
  void one_of_50_new_officers_gets_an_email() {
    String email = Accounts.unique() + "@calllog.example";
    Api admin = accounts.admin().api();

    List<Answer> answers = AtOnce.send(50, i -> admin.post("/api/officers", newOfficer(i, email)));

    assertOne(answers, email);
  }

  @Test
  void one_of_several_officers_who_change_to_an_email_gets_it() {
    String email = Accounts.unique() + "@calllog.example";
    Api admin = accounts.admin().api();
    List<String> officers =
        List.of("a", "b", "c", "d").stream()
            .map(_ ->
                admin
                    .post("/api/officers", newOfficer(0, Accounts.unique() + "@calllog.example"))
                    .expect(201)
                    .id())
            .toList();

    List<Answer> answers =
        AtOnce.send(
            4, i -> admin.patch("/api/officers/" + officers.get(i), Api.json("email", email)));

    assertThat(AtOnce.count(answers, 200)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 409)).isEqualTo(3);
  }

  @Test
  void a_call_that_is_sent_50_times_is_logged_once() {
    Account officer = accounts.officer(Accounts.newRegion());
    var call = call("Once");

    List<Answer> answers = AtOnce.send(50, _ -> officer.api().post("/api/calls", call));

    assertThat(AtOnce.count(answers, 201)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 200)).isEqualTo(49);
    assertThat(answers)
        .allSatisfy(answer -> {
          assertThat(answer.json()).isEqualTo(answers.getFirst().json());
          assertThat(answer.etag()).isEqualTo(answers.getFirst().etag());
        });
    assertThat(answers.getFirst().id()).isEqualTo(call.get("id"));
    Answer found = officer.api().get("/api/officers/" + officer.id()).expect(200);
    assertThat(found.at("/totals/calls").longValue()).isEqualTo(1);
    assertThat(found.at("/totals/totalSeconds").longValue()).isEqualTo(60);
  }

  @Test
  void one_of_several_calls_with_the_same_id_is_logged() {
    Account officer = accounts.officer(Accounts.newRegion());
    var call = call("0");

    List<Answer> answers =
        AtOnce.send(
            10,
            i -> {
              var other = Api.json();
              other.putAll(call);
              other.put("comment", "Number " + i);
              return officer.api().post("/api/calls", other);
            });

    assertThat(AtOnce.count(answers, 201)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 409)).isEqualTo(9);
  }

  @Test
  void one_of_two_officers_who_use_the_same_id_logs_a_call() {
    String region = Accounts.newRegion();
    List<Account> officers = List.of(accounts.officer(region), accounts.officer(region));
    var call = call("Mine");

    List<Answer> answers = AtOnce.send(2, i -> officers.get(i).api().post("/api/calls", call));

    assertThat(AtOnce.count(answers, 201)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 409)).isEqualTo(1);
    int winner = answers.get(0).status() == 201 ? 0 : 1;
    Answer refused = answers.get(1 - winner);
    assertThat(refused.body()).doesNotContain(officers.get(winner).id()).doesNotContain("Mine");
    officers.get(1 - winner).api().get("/api/calls/" + call.get("id")).expect(404);
  }

  private void assertOne(List<Answer> answers, String email) {
    assertThat(AtOnce.count(answers, 201)).isEqualTo(1);
    assertThat(AtOnce.count(answers, 409)).isEqualTo(49);
    answers.stream()
        .filter(answer -> answer.status() == 409)
        .forEach(answer -> answer.expectProblem(409, "email-taken"));
    assertThat(accounts.admin().api().get("/api/officers?q=" + email).expect(200).at("/items"))
        .hasSize(1);
    accounts.signIn(email, Accounts.PASSWORD);
  }

  private static Map<String, @Nullable Object> newOfficer(int number, String email) {
    String typed = number % 2 == 0 ? email : email.toUpperCase(Locale.ROOT);
    return Api.json("name", "Number " + number, "email", typed, "password", Accounts.PASSWORD);
  }

  private static Map<String, @Nullable Object> call(String comment) {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);
    UUID random = UUID.randomUUID();
    UUID id =
        new UUID(
            (start.toEpochMilli() << 16) | 0x7000L | (random.getMostSignificantBits() & 0xFFFL),
            random.getLeastSignificantBits());
    return Api.json(
        "id",
        id.toString(),
        "type",
        "OUTGOING",
        "outcome",
        "SUCCESSFUL",
        "durationSeconds",
        60,
        "startedAt",
        start.toString(),
        "comment",
        comment);
  }
}
