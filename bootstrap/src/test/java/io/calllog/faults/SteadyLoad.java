package io.calllog.faults;

import static org.awaitility.Awaitility.await;

import io.calllog.api.Account;
import io.calllog.api.Accounts;
import io.calllog.api.Answer;
import io.calllog.api.Api;
import io.calllog.api.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Apps of officers that send requests at a steady rate, whatever the answers are, and try again as
 * docs/integrating.md says. Of twenty requests, fifteen log a call, one logs a batch of ten calls,
 * two read a page of calls and two read figures. Each officer also refreshes a token every second.
 */
final class SteadyLoad implements AutoCloseable {

  private static final int CALLS_PER_BATCH = 10;

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final String prefix = Accounts.unique();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong sequence = new AtomicLong();
  private final AtomicInteger open = new AtomicInteger();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Integer, Account> officers = new ConcurrentHashMap<>();
  private final Api api;
  private volatile boolean running = true;

  /** Uses officers who have signed in. Sends nothing yet. */
  SteadyLoad(Api api, List<Account> officers) {
    this.api = api;
    for (int i = 0; i < officers.size(); i++) {
      this.officers.put(i, officers.get(i));
    }
  }

  /** Sends this many requests a second until {@link #finish}. */
  void start(int perSecond) {
    for (int index : officers.keySet()) {
      every(Duration.ofSeconds(1), () -> refresh(index));
    }
    every(Duration.ofSeconds(1).dividedBy(perSecond), () -> send(next()));
  }

  /**
   * Sends requests on several connections, on each without a pause, and returns the rate per
   * second.
   */
  double topRate(int connections, Duration duration) throws InterruptedException {
    Instant end = Instant.now().plus(duration);
    long before = sequence.get();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        senders.execute(() -> {
          while (Instant.now().isBefore(end)) {
            open.incrementAndGet();
            attempt(next(), FIRST_PAUSE);
          }
        });
      }
    }
    return (double) (sequence.get() - before) / duration.toSeconds();
  }

  /** Also sends this request, as the officer with this index, until it succeeds. */
  void send(int officer, String method, String path, String contentType, Object body) {
    send(new Request(officer, method, path, contentType, body, _ -> {}));
  }

  /** Lets the load go on for this long. Time must pass, so there is no condition to wait for. */
  void run(Duration duration) {
    await().pollDelay(duration).atMost(duration.plusSeconds(10)).until(() -> true);
  }

  /** Sends no new requests, and waits until all earlier requests have succeeded. */
  void finish() {
    running = false;
    await().atMost(PATIENCE).until(() -> open.get() == 0);
  }

  List<Reply> replies() {
    return List.copyOf(replies);
  }

  /** The comments of all calls whose logging was answered with success. */
  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /** The prefix of the comments of all calls of this load. */
  String prefix() {
    return prefix;
  }

  @Override
  public void close() {
    running = false;
    clock.shutdownNow();
    threads.shutdownNow();
  }

  private void every(Duration period, Runnable request) {
    var _ =
        clock.scheduleAtFixedRate(
            () -> {
              if (running) {
                request.run();
              }
            },
            period.toNanos(),
            period.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  private Request next() {
    long number = sequence.incrementAndGet();
    int officer = (int) (number / 20 % officers.size());
    return switch ((int) (number % 20)) {
      case 0 -> batch(officer, number);
      case 5, 15 -> get(officer, "/api/calls?limit=20");
      case 8, 18 -> get(officer, "/api/analytics/volumes");
      default -> call(officer, number);
    };
  }

  private static Request get(int officer, String path) {
    return new Request(officer, "GET", path, null, null, _ -> {});
  }

  private Request call(int officer, long number) {
    String comment = prefix + "-" + number;
    Instant now = Instant.now();
    var body =
        Samples.call("id", Samples.callId(now), "startedAt", now.toString(), "comment", comment);
    return new Request(
        officer, "POST", "/api/calls", "application/json", body, _ -> acknowledged.add(comment));
  }

  private Request batch(int officer, long number) {
    String now = Instant.now().toString();
    List<Object> calls = new ArrayList<>();
    for (int i = 0; i < CALLS_PER_BATCH; i++) {
      String key = prefix + "-" + number + "-" + i;
      calls.add(Samples.call("externalId", key, "startedAt", now, "comment", key));
    }
    return new Request(
        officer,
        "POST",
        "/api/calls/batch",
        "application/json",
        Api.json("calls", calls),
        answer -> {
          int i = 0;
          for (JsonNode result : answer.at("/results")) {
            if (!result.at("/status").asString().equals("refused")) {
              acknowledged.add(prefix + "-" + number + "-" + i);
            }
            i++;
          }
        });
  }

  private void refresh(int index) {
    Account officer = account(index);
    send(
        new Request(
            index,
            "POST",
            "/api/auth/refresh",
            "application/json",
            Api.json("refreshToken", officer.refreshToken()),
            answer -> officers.put(index, renewed(officer, answer))));
  }

  private Account renewed(Account officer, Answer answer) {
    String token = answer.text("/accessToken");
    return new Account(
        officer.id(),
        officer.name(),
        officer.email(),
        officer.password(),
        officer.role(),
        officer.region(),
        token,
        answer.text("/refreshToken"),
        api.as(token));
  }

  private void send(Request request) {
    open.incrementAndGet();
    threads.execute(() -> attempt(request, FIRST_PAUSE));
  }

  /** Sends a request, and after the pause sends it again if it must be repeated. */
  private void attempt(Request request, Duration pause) {
    Instant sent = Instant.now();
    long start = System.nanoTime();
    int status = 0;
    String code = "";
    String retryAfter = "";
    Answer answer = null;
    try {
      answer = answerTo(request);
      status = answer.status();
      retryAfter = answer.header("Retry-After");
    } catch (RuntimeException e) {
      code = e.toString();
    }
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (answer != null && status / 100 == 2) {
      request.whenGood().accept(answer);
    } else if (answer != null) {
      code = codeOf(answer);
    }
    Reply reply = new Reply(request.method() + " " + request.path(), sent, took, status, code);
    replies.add(reply);
    if (reply.isToBeSentAgain()) {
      long seconds = retryAfter.matches("\\d+") ? Long.parseLong(retryAfter) : 0;
      long wait = Math.max(pause.toMillis(), seconds * 1000);
      var _ =
          clock.schedule(
              () -> threads.execute(() -> attempt(request, pause.multipliedBy(2))),
              wait,
              TimeUnit.MILLISECONDS);
    } else {
      open.decrementAndGet();
    }
  }

  private Answer answerTo(Request request) {
    Api as = request.path().startsWith("/api/auth/") ? api : account(request.officer()).api();
    return as.send(request.method(), request.path(), request.contentType(), request.body());
  }

  private Account account(int index) {
    Account account = officers.get(index);
    if (account == null) {
      throw new IllegalArgumentException("no officer " + index);
    }
    return account;
  }

  private static String codeOf(Answer answer) {
    return answer.header("Content-Type").startsWith("application/problem+json")
        ? answer.text("/code")
        : answer.body().substring(0, Math.min(80, answer.body().length()));
  }

  private record Request(
      int officer,
      String method,
      String path,
      @Nullable String contentType,
      @Nullable Object body,
      Consumer<Answer> whenGood) {}
}
