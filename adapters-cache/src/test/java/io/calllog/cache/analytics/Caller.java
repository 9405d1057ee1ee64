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

/** Calls a supplier on a virtual thread, as a request does. */
final class Caller<V> {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

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

  /** Returns when the threads of all callers wait. */
  static void awaitThatAllWait(List<? extends Caller<?>> callers) {
    await().atMost(TIMEOUT).until(() -> callers.stream().allMatch(Caller::waits));
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
      return question.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  /** The exception that the supplier threw. */
  Throwable failure() {
    try {
      return new AssertionError("answered " + question.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause() == null ? e : e.getCause();
    } catch (Exception e) {
      return e;
    }
  }
}
