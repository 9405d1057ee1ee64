package io.calllog.api.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.AtOnce;
import io.calllog.api.Samples;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Calls that are logged at the same time, alone and together. */
@ApiTest
class ParallelCallsApiIT {

  private final Accounts accounts;

  ParallelCallsApiIT(Accounts accounts) {
    this.accounts = accounts;
  }

  @Test
  void single_ones_get_their_own_answers() {
    List<Account> officers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      officers.add(accounts.officer(Accounts.newRegion()));
    }
    List<Supplier<Answer>> requests = new ArrayList<>();
    var repeated = call(0);
    for (int i = 0; i < 80; i++) {
      Api officer = officers.get(i % 4).api();
      Object body =
          switch (i % 8) {
            case 0 -> repeated;
            case 1 -> Samples.call("clientId", UUID.randomUUID().toString());
            default -> Samples.call("durationSeconds", i);
          };
      requests.add(() -> officer.post("/api/calls", body));
    }

    List<Answer> answers = AtOnce.send(requests);

    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      switch (i % 8) {
        case 0 -> assertThat(answer.status()).as("%s", i).isIn(200, 201);
        case 1 -> answer.expectProblem(400, "invalid-input");
        default -> {
          assertThat(answer.expect(201).at("/durationSeconds").intValue()).isEqualTo(i);
          assertThat(answer.text("/officerId")).isEqualTo(officers.get(i % 4).id());
        }
      }
    }
    assertThat(answers.stream().filter(a -> a.status() == 201)).hasSize(61);
    assertThat(counted(officers.get(0))).isEqualTo(11);
    assertThat(counted(officers.get(1))).isEqualTo(10);
    assertThat(counted(officers.get(2))).isEqualTo(20);
  }

  @Test
  void several_ones_end_the_same_in_whole_and_in_parts_in_any_order() {
    Account officer = accounts.officer(Accounts.newRegion());
    List<Object> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      calls.add(call(i));
    }
    List<Supplier<Answer>> requests = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      List<Object> shuffled = new ArrayList<>(calls);
      Collections.shuffle(shuffled, new Random(i));
      List<Object> sent = i < 4 ? shuffled : shuffled.subList(0, 120);
      requests.add(() -> officer.api().post("/api/calls/batch", Api.json("calls", sent)));
    }
    for (int i = 0; i < 20; i++) {
      Object single = calls.get(i);
      requests.add(() -> officer.api().post("/api/calls", single));
    }

    List<Answer> answers = AtOnce.send(requests);

    assertThat(answers).extracting(Answer::status).isSubsetOf(200, 201);
    long created =
        answers.stream()
            .flatMap(answer -> answer.at("/results").valueStream())
            .map(result -> result.path("status").asString())
            .peek(status -> assertThat(status).isIn("created", "repeated"))
            .filter("created"::equals)
            .count();
    long alone = answers.stream().filter(answer -> answer.status() == 201).count();
    assertThat(created + alone).isEqualTo(200);
    assertThat(counted(officer)).isEqualTo(200);
  }

  private static Object call(int number) {
    Instant start = Instant.now().minusSeconds(60L * number);
    return Samples.call("id", Samples.callId(start), "startedAt", start.toString());
  }

  /** The number of calls in the figures, which triggers keep. */
  private static int counted(Account officer) {
    return officer
        .api()
        .get("/api/officers/" + officer.id())
        .expect(200)
        .at("/totals/calls")
        .intValue();
  }
}
