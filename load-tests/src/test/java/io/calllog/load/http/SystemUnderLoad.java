package io.calllog.load.http;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.percent;
import static io.gatling.javaapi.core.CoreDsl.randomSwitch;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Measures cached volumes, then logging of calls, then both (9 to 1). {@code -Dusers} (default 32)
 * users send requests without a pause for {@code -Dseconds} (30), after half that time of warm-up.
 * {@code -Donly=volumes}, {@code calls} or {@code mixed} runs only one of them. Fails if a request
 * fails.
 */
public final class SystemUnderLoad extends Simulation {

  /** A token is valid for 15 minutes and is not renewed. */
  private static final int LONGEST_SECONDS = 120;

  private final int users = RunningSystem.number("users", 32);

  private final Duration time =
      Duration.ofSeconds(Math.min(RunningSystem.number("seconds", 30), LONGEST_SECONDS));

  public SystemUnderLoad() {
    var system = RunningSystem.asSet();
    String token = system.signIn();
    setUp(population(system, token))
        .protocols(system.protocol(token))
        .maxDuration(Duration.ofMinutes(12))
        .assertions(global().failedRequests().count().is(0L));
  }

  private PopulationBuilder population(RunningSystem system, String token) {
    List<String> officers = system.firstIds(token, "/api/officers?limit=200");
    List<String> clients = system.firstIds(token, "/api/clients?limit=200");
    String only = RunningSystem.text("only", "");
    var phases = new ArrayList<PopulationBuilder>();
    if (only.isEmpty() || only.equals("volumes")) {
      add(phases, "alone", Requests::volumes);
    }
    if (only.isEmpty() || only.equals("calls")) {
      add(phases, "alone", phase -> Requests.logCall(phase, officers, clients));
    }
    if (only.isEmpty() || only.equals("mixed")) {
      add(phases, "mixed", phase -> mixed(phase, officers, clients));
    }
    if (phases.isEmpty()) {
      throw new IllegalArgumentException("-Donly must be volumes, calls or mixed, not " + only);
    }
    PopulationBuilder all = phases.getLast();
    for (PopulationBuilder earlier : phases.reversed().subList(1, phases.size())) {
      all = earlier.andThen(all);
    }
    return all;
  }

  private static ChainBuilder mixed(String phase, List<String> officers, List<String> clients) {
    return randomSwitch()
        .on(
            percent(90).then(Requests.volumes(phase)),
            percent(10).then(Requests.logCall(phase, officers, clients)));
  }

  private void add(
      List<PopulationBuilder> phases, String name, Function<String, ChainBuilder> requests) {
    phases.add(users(phases.size(), requests.apply("warm-up"), time.dividedBy(2)));
    phases.add(users(phases.size(), requests.apply(name), time));
  }

  private PopulationBuilder users(int number, ChainBuilder requests, Duration howLong) {
    return scenario("phase " + (number + 1))
        .during(howLong)
        .on(requests)
        .injectOpen(atOnceUsers(users));
  }
}
