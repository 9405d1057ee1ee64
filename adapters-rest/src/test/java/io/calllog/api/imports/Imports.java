package io.calllog.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Answer;
import io.calllog.api.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Sends files and waits for the end of their imports. */
public final class Imports {

  /** The columns that a file with calls must have. */
  public static final String CALLS_HEADER = "officerId,type,outcome,durationSeconds,startedAt";

  private Imports() {}

  /** Sends a file. */
  public static Answer send(Api api, String kind, String... lines) {
    return api.send(
        "POST", "/api/imports?kind=" + kind, "text/csv", String.join("\r\n", lines) + "\r\n");
  }

  /** Sends a file and returns the import after its end. */
  public static Answer run(Api api, String kind, String... lines) {
    return ended(api, send(api, kind, lines).expect(202));
  }

  /** Waits for the end of an import. */
  public static Answer ended(Api api, Answer accepted) {
    assertThat(accepted.header("Location")).isEqualTo("/api/imports/" + accepted.id());
    Instant patience = Instant.now().plus(Duration.ofMinutes(1));
    Answer answer = api.get(accepted.header("Location")).expect(200);
    while (List.of("WAITING", "RUNNING").contains(answer.text("/state"))) {
      assertThat(Instant.now()).as(answer.body()).isBefore(patience);
      answer = api.get(accepted.header("Location")).expect(200);
    }
    return answer;
  }

  /** The counts: accepted, unchanged, rejected. */
  public static List<Integer> counts(Answer ended) {
    assertThat(ended.text("/state")).as(ended.body()).isEqualTo("DONE");
    return List.of(
        ended.at("/rowsAccepted").intValue(),
        ended.at("/rowsUnchanged").intValue(),
        ended.at("/rowsRejected").intValue());
  }

  /** The lines of the rejected rows, without the header. */
  public static List<String> rejected(Api api, Answer ended) {
    return api.get("/api/imports/" + ended.id() + "/rejected")
        .expect(200)
        .body()
        .lines()
        .skip(1)
        .toList();
  }
}
