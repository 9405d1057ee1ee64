package io.calllog.load.http;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** The requests. */
final class Requests {

  private static final List<String> OUTCOMES =
      List.of("SUCCESSFUL", "SUCCESSFUL", "NO_ANSWER", "FOLLOW_UP", "MISSED", "BUSY");

  private Requests() {}

  /** The last 30 days of all officers; cached after the first request. */
  static ChainBuilder volumes(String phase) {
    return exec(http("volumes, " + phase).get("/api/analytics/volumes").check(status().is(200)));
  }

  /**
   * A call that starts now. The calls are of many officers, because the figures of an officer are
   * one row, which only one transaction at a time can change.
   */
  static ChainBuilder logCall(String phase, List<String> officers, List<String> clients) {
    return exec(
        http("log a call, " + phase)
            .post("/api/calls")
            .header("Content-Type", "application/json")
            .body(StringBody(session -> call(officers, clients)))
            .check(status().is(201)));
  }

  private static String call(List<String> officers, List<String> clients) {
    var random = ThreadLocalRandom.current();
    return """
    {"officerId":"%s","clientId":"%s","type":"%s","outcome":"%s","durationSeconds":%d,
     "comment":"Logged by a load test."}
    """
        .formatted(
            officers.get(random.nextInt(officers.size())),
            clients.get(random.nextInt(clients.size())),
            random.nextInt(3) == 0 ? "INCOMING" : "OUTGOING",
            OUTCOMES.get(random.nextInt(OUTCOMES.size())),
            random.nextInt(1_800));
  }
}
