package io.calllog.api.failover;

import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * An officer who logs calls, changes a client and reads without a pause. Each request is repeated,
 * with the same id, until it succeeds, as docs/integrating.md says.
 */
final class BusyOfficer {

  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private final Api api;
  private final String client;
  private final Thread thread;
  private final List<String> acknowledged = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();
  private volatile boolean stopped;
  private final AtomicInteger good = new AtomicInteger();
  private final AtomicInteger unavailable = new AtomicInteger();
  private volatile Duration slowest = Duration.ZERO;
  private volatile Instant lastAcknowledged = Instant.MIN;
  private int changes;

  BusyOfficer(Account officer) {
    this.api = officer.api();
    this.client = api.post("/api/clients", Api.json("name", "Ann")).expect(201).id();
    this.thread = Thread.ofVirtual().start(this::work);
  }

  /** The time of the first request for the last call that was acknowledged. */
  Instant lastAcknowledged() {
    return lastAcknowledged;
  }

  int good() {
    return good.get();
  }

  int unavailable() {
    return unavailable.get();
  }

  Duration slowest() {
    return slowest;
  }

  /** Stops after the request that is in progress has succeeded. */
  void stop() throws InterruptedException {
    stopped = true;
    thread.join();
  }

  /** The ids of the calls that were acknowledged. Stop first. */
  List<String> acknowledged() {
    return acknowledged;
  }

  /** The answers that were neither good nor 503. Stop first. */
  List<String> wrong() {
    return wrong;
  }

  /** Whether the client is as the last acknowledged change left it. Stop first. */
  boolean clientIsAsAcknowledged() {
    return api.get("/api/clients/" + client).expect(200).text("/company").equals(company());
  }

  private void work() {
    while (!stopped) {
      logCall();
      changes++;
      untilGood(() -> api.patch("/api/clients/" + client, Api.json("company", company())));
      untilGood(() -> api.get("/api/calls?limit=10"));
    }
  }

  private void logCall() {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String id = Samples.callId(start);
    var call = Samples.call("id", id, "startedAt", start.toString(), "clientId", client);
    if (untilGood(() -> api.post("/api/calls", call))) {
      acknowledged.add(id);
      lastAcknowledged = start;
    }
  }

  private String company() {
    return "Company " + changes;
  }

  /** Returns whether it succeeded, and not with another answer than 503. */
  private boolean untilGood(Supplier<Answer> request) {
    Answer answer =
        await()
            .pollDelay(Duration.ZERO)
            .pollInterval(PAUSE)
            .atMost(LONG_ENOUGH)
            .until(() -> send(request), sent -> sent.status() != 503);
    if (answer.status() < 300) {
      good.incrementAndGet();
      return true;
    }
    wrong.add("%s: %s".formatted(answer.status(), answer.body()));
    return false;
  }

  private Answer send(Supplier<Answer> request) {
    Instant sent = Instant.now();
    Answer answer = request.get();
    Duration time = Duration.between(sent, Instant.now());
    slowest = time.compareTo(slowest) > 0 ? time : slowest;
    if (answer.status() == 503) {
      unavailable.incrementAndGet();
    }
    return answer;
  }
}
