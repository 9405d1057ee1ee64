package io.calllog.api.failover;

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
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An officer who logs calls, changes a client and reads without a pause. Each request is repeated,
 * with the same id, until it succeeds, as docs/integrating.md says. It notes what was acknowledged.
 */
final class BusyOfficer {

  private static final Duration PAUSE = Duration.ofMillis(100);

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

  /** When the last call was acknowledged whose first request was sent after all earlier ones. */
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
    var call =
        Api.json(
            "id",
            id,
            "startedAt",
            start.toString(),
            "clientId",
            client,
            "type",
            "OUTGOING",
            "outcome",
            "SUCCESSFUL",
            "durationSeconds",
            60);
    if (untilGood(() -> api.post("/api/calls", call))) {
      acknowledged.add(id);
      lastAcknowledged = start;
    }
  }

  private String company() {
    return "Company " + changes;
  }

  private boolean untilGood(Supplier<Answer> request) {
    while (true) {
      Instant sent = Instant.now();
      Answer answer = request.get();
      Duration time = Duration.between(sent, Instant.now());
      slowest = time.compareTo(slowest) > 0 ? time : slowest;
      if (answer.status() < 300) {
        good.incrementAndGet();
        return true;
      }
      if (answer.status() != 503) {
        wrong.add("%s: %s".formatted(answer.status(), answer.body()));
        return false;
      }
      unavailable.incrementAndGet();
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
