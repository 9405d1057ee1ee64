package io.calllog.application.call.service;

import io.calllog.application.shared.Unavailable;
import io.calllog.domain.shared.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does the work of concurrent requests together, as databases do with commits. A request that finds
 * a free place starts at once. Requests that arrive while all places are taken are the next group:
 * the thread of its first request does the work for all of them. For a second after a task did not
 * get a lock, each request works by itself, so that those that wait for the lock do not delay
 * others. Thread-safe.
 */
final class Gatherer<T, R> {

  private static final int MAX_GROUP = 200;
  private static final int MAX_WAITING = 2_000;

  /** After a task did not get a lock in time, nothing is gathered for this long. */
  private static final Duration APART = Duration.ofSeconds(1);

  private final Function<List<T>, List<R>> work;
  private final int places;
  private final Duration maxWait;
  private final InstantSource clock;
  private final Deque<Request> waiting = new ArrayDeque<>();
  private int running;
  private volatile Instant apartUntil = Instant.MIN;

  /**
   * Creates a gatherer.
   *
   * @param places the number of groups that are worked on at the same time
   * @param maxWait how long a request waits for its group to start
   * @param clock measures how long nothing is gathered after a task did not get a lock
   * @param work returns one result for each task, in their order. If it fails, nothing was done
   */
  Gatherer(int places, Duration maxWait, InstantSource clock, Function<List<T>, List<R>> work) {
    this.places = places;
    this.clock = clock;
    this.maxWait = maxWait;
    this.work = work;
  }

  /**
   * A task that waits. Its thread continues with {@code next}: it returns the result, or does the
   * work of the next group.
   */
  private final class Request {

    final T task;
    final CompletableFuture<Supplier<R>> next = new CompletableFuture<>();

    Request(T task) {
      this.task = task;
    }
  }

  /**
   * Does the work for a task, perhaps together with that for others, and returns its result.
   *
   * @throws Unavailable if the work did not start in time, the thread was interrupted before it
   *     started, or too many requests wait
   */
  R submit(T task) {
    if (clock.instant().isBefore(apartUntil)) {
      return workApart(task);
    }
    var request = new Request(task);
    return starts(request) ? lead(List.of(request)) : await(request).get();
  }

  private synchronized boolean starts(Request request) {
    if (running < places) {
      running++;
      return true;
    }
    if (waiting.size() >= MAX_WAITING) {
      throw new Unavailable(new TimeoutException("too many requests wait for their turn"));
    }
    waiting.add(request);
    return false;
  }

  private Supplier<R> await(Request request) {
    try {
      return request.next.get(maxWait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return leaveOrJoin(request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leaveOrJoin(request, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e); // the future never fails
    }
  }

  /** A request whose group has started waits for its outcome, or nobody would know it. */
  private Supplier<R> leaveOrJoin(Request request, Exception reason) {
    synchronized (this) {
      if (waiting.remove(request)) {
        throw new Unavailable(reason);
      }
    }
    return request.next.join();
  }

  private R lead(List<Request> group) {
    List<Supplier<R>> outcomes = outcomes(group);
    List<Request> following = following();
    if (!following.isEmpty()) {
      following.getFirst().next.complete(() -> lead(following));
    }
    for (int i = 1; i < group.size(); i++) {
      group.get(i).next.complete(outcomes.get(i));
    }
    return outcomes.getFirst().get();
  }

  /**
   * If a group fails, each of its requests tries by itself, unless the outage is the same for all.
   */
  private List<Supplier<R>> outcomes(List<Request> group) {
    try {
      List<R> results = work.apply(group.stream().map(request -> request.task).toList());
      return results.stream().<Supplier<R>>map(result -> () -> result).toList();
    } catch (RuntimeException | Error e) {
      noteLock(e);
      boolean alone = group.size() > 1 && !(e instanceof Unavailable || e instanceof Error);
      return group.stream()
          .<Supplier<R>>map(request ->
              () -> {
                if (alone) {
                  return workApart(request.task);
                }
                throw e;
              })
          .toList();
    }
  }

  private R workApart(T task) {
    try {
      return work.apply(List.of(task)).getFirst();
    } catch (Conflict e) {
      noteLock(e);
      throw e;
    }
  }

  private void noteLock(Throwable failure) {
    if (failure instanceof Conflict conflict
        && conflict.code().equals(Conflict.lostRace().code())) {
      apartUntil = clock.instant().plus(APART);
    }
  }

  /** Takes the next group from the queue. If there is none, gives the place back. */
  private synchronized List<Request> following() {
    List<Request> group = new ArrayList<>();
    while (!waiting.isEmpty() && group.size() < MAX_GROUP) {
      group.add(waiting.remove());
    }
    if (group.isEmpty()) {
      running--;
    }
    return group;
  }
}
