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
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;

/** Officers who complete, move or cancel one follow-up at the same time: one of them closes it. */
@ApiTest
class ParallelFollowUpsApiIT {

  private static final String PATH = "/api/follow-ups";

  private final Account officer;
  private final String client;

  ParallelFollowUpsApiIT(Accounts accounts) {
    this.officer = accounts.officer(Accounts.newRegion());
    this.client = officer.api().post("/api/clients", Samples.client()).expect(201).id();
  }

  @RepeatedTest(5)
  void of_those_who_close_it_one_wins_and_the_others_hear_it() {
    String id =
        officer.api().post(PATH, Samples.followUp(client, "dueAt", later(9))).expect(201).id();

    List<Answer> answers =
        AtOnce.send(
            9,
            i ->
                switch (i % 3) {
                  case 0 ->
                      officer
                          .api()
                          .post("/api/calls", Samples.call("clientId", client, "completes", id));
                  case 1 -> officer.api().patch(PATH + "/" + id, Api.json("state", "CANCELLED"));
                  default -> officer.api().patch(PATH + "/" + id, Api.json("dueAt", later(i)));
                });

    List<Answer> calls = List.of(answers.get(0), answers.get(3), answers.get(6));
    List<Answer> cancelled = List.of(answers.get(1), answers.get(4), answers.get(7));
    Answer after = officer.api().get(PATH + "/" + id).expect(200);
    if (after.text("/state").equals("DONE")) {
      assertThat(AtOnce.count(calls, 201)).isEqualTo(1);
      assertThat(AtOnce.count(calls, 409)).isEqualTo(2);
      assertThat(AtOnce.count(cancelled, 409)).isEqualTo(3);
      assertThat(calls.stream().filter(call -> call.status() == 201).map(Answer::id))
          .containsExactly(after.text("/doneByCallId"));
    } else {
      assertThat(AtOnce.count(calls, 409)).isEqualTo(3);
      assertThat(AtOnce.count(cancelled, 200)).isPositive();
    }
    assertThat(answers).allMatch(answer -> List.of(200, 201, 409).contains(answer.status()));
  }

  @RepeatedTest(3)
  void of_several_calls_one_completes_it_and_all_are_logged() {
    String id = officer.api().post(PATH, Samples.followUp(client)).expect(201).id();

    List<Answer> calls =
        AtOnce.send(8, _ -> officer.api().post("/api/calls", Samples.call("clientId", client)));

    assertThat(AtOnce.count(calls, 201)).isEqualTo(8);
    Answer done = officer.api().get(PATH + "/" + id).expect(200);
    assertThat(done.text("/state")).isEqualTo("DONE");
    assertThat(done.at("/version").intValue()).isEqualTo(1);
    assertThat(calls).extracting(Answer::id).contains(done.text("/doneByCallId"));
  }

  private static String later(int days) {
    return Instant.now().plusSeconds(86_400L * days + 86_400L).toString();
  }
}
