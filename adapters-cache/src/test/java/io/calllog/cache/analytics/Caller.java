package io.calllog.cache.analytics;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Asks for something on a virtual thread of its own, as a request does. */
final class Caller<V> {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final FutureTask<V> question;
  private final Thread thread;

  private Caller(Supplier<V> question) {
    this.question = new FutureTask<>(question::get);
    this.thread = Thread.ofVirtual().start(this.question);
  }

  static <V> Caller<V> of(Supplier<V> question) {
    return new Caller<>(question);
  }

  static <V> List<Caller<V>> many(int number, IntFunction<V> question) {
    return IntStream.range(0, number).mapToObj(i -> of(() -> question.apply(i))).toList();
  }

  /** Returns when all of them wait for something. */
  static void awaitThatAllWait(List<? extends Caller<?>> callers) {
    await().atMost(PATIENCE).until(() -> callers.stream().allMatch(Caller::waits));
  }

  private boolean waits() {
    return thread.getState() == Thread.State.WAITING;
  }

  void awaitThatItWaits() {
    awaitThatAllWait(List.of(this));
  }

  void interrupt() {
    thread.interrupt();
  }

  V answer() {
    try {
      return question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** What it failed with. */
  Throwable failure() {
    try {
      return new AssertionError("answered " + question.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (Exception e) {
      return e;
    }
  }
}
