package io.calllog.api.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.ApiTest;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A client that reads a list while others add to it gets every item exactly once. */
@ApiTest
class ConcurrentWalkApiIT {

  private static final Instant BEGIN = Instant.parse("2025-11-01T00:00:00Z");
  private static final Duration STRETCH = Duration.ofDays(200);
  private static final int THERE_BEFORE = 60;
  private static final int WRITERS = 3;

  private final Account manager;

  ConcurrentWalkApiIT(Accounts accounts) {
    this.manager = accounts.manager(Accounts.newRegion());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-startedAt", "startedAt"})
  void of_calls(String sort) throws ExecutionException, InterruptedException {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < THERE_BEFORE; i++) {
      before.add(logSomewhere());
    }
    Comparator<JsonNode> order =
        Comparator.<JsonNode, Instant>comparing(
                call -> Instant.parse(call.path("startedAt").asString()))
            .thenComparing(call -> call.path("id").asString());

    List<JsonNode> walked =
        walkWhileOthersAdd(
            "/api/calls?limit=4&sort=" + sort,
            this::logSomewhere,
            page -> logAt(page.text("/items/3/startedAt")));

    assertThat(Walk.ids(walked)).doesNotHaveDuplicates().containsAll(before);
    assertThat(walked).isSortedAccordingTo(sort.startsWith("-") ? order.reversed() : order);
  }

  @Test
  void of_clients() throws ExecutionException, InterruptedException {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < THERE_BEFORE; i++) {
      before.add(enterSomeone());
    }
    List<JsonNode> walked =
        walkWhileOthersAdd(
            "/api/clients?limit=4", this::enterSomeone, page -> enter(page.text("/items/3/name")));

    assertThat(Walk.ids(walked)).doesNotHaveDuplicates().containsAll(before);
    assertThat(walked)
        .isSortedAccordingTo(
            Comparator.<JsonNode, String>comparing(c -> c.path("name").asString())
                .thenComparing(c -> c.path("id").asString()));
  }

  private List<JsonNode> walkWhileOthersAdd(
      String list, Runnable add, Consumer<Answer> addWhereThePageEnds)
      throws ExecutionException, InterruptedException {
    var walking = new AtomicBoolean(true);
    var added = new AtomicInteger();
    try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing =
          java.util.stream.IntStream.range(0, WRITERS)
              .mapToObj(_ ->
                  writers.submit(() -> {
                    // bounded, so that a list from the earliest call on has an end
                    while (walking.get() && added.incrementAndGet() < 4 * THERE_BEFORE) {
                      add.run();
                    }
                  }))
              .toList();
      try {
        return Walk.byCursor(manager.api(), list, addWhereThePageEnds);
      } finally {
        walking.set(false);
        for (var each : writing) {
          each.get();
        }
        assertThat(added.get()).isGreaterThan(WRITERS);
      }
    }
  }

  /** Few different start times, so that many calls share one. */
  private String logSomewhere() {
    long day = ThreadLocalRandom.current().nextLong(STRETCH.toDays());
    return logAt(BEGIN.plus(Duration.ofDays(day - day % 5)).toString());
  }

  private String logAt(String start) {
    return manager.api().post("/api/calls", Samples.call("startedAt", start)).expect(201).id();
  }

  private String enterSomeone() {
    return enter(String.valueOf((char) ('a' + ThreadLocalRandom.current().nextInt(26))));
  }

  private String enter(String name) {
    Api api = manager.api();
    return api.post("/api/clients", Samples.client("name", name)).expect(201).id();
  }
}
