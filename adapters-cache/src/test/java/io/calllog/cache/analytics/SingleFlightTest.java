package io.calllog.cache.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.calllog.application.shared.Unavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SingleFlightTest {

  private final SingleFlight<String, Integer> flight = new SingleFlight<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final List<CountDownLatch> mayEnd =
      IntStream.range(0, 10).mapToObj(_ -> new CountDownLatch(1)).toList();

  @AfterEach
  void nothing_is_left() {
    assertThat(flight.size()).isZero();
  }

  @Test
  void fifty_callers_share_one_run() {
    List<Caller<Integer>> callers = Caller.many(50, _ -> flight.join("key", this::work));
    Caller.awaitThatAllWait(callers);
    mayEnd.get(0).countDown();
    assertThat(callers).extracting(Caller::answer).containsOnly(0).hasSize(50);
    assertThat(runs).hasValue(1);
  }

  @Test
  void runs_on_the_thread_of_the_first_caller() {
    assertThat(new SingleFlight<String, Thread>().join("key", Thread::currentThread))
        .isSameAs(Thread.currentThread());
  }

  @Test
  void runs_again_after_the_end_of_a_run() {
    endAtOnce();
    assertThat(flight.join("key", this::work)).isEqualTo(0);
    assertThat(flight.join("key", this::work)).isEqualTo(1);
    assertThat(flight.joinNext("key", this::work)).isEqualTo(2);
  }

  @Test
  void keys_do_not_wait_for_each_other() {
    Caller<Integer> one = Caller.of(() -> flight.join("one", this::work));
    one.awaitThatItWaits();
    mayEnd.get(1).countDown();
    assertThat(flight.join("other", this::work)).isEqualTo(1);
    mayEnd.get(0).countDown();
    assertThat(one.answer()).isEqualTo(0);
  }

  @Test
  void callers_that_need_a_new_run_share_the_one_after_the_running_one() {
    Caller<Integer> running = Caller.of(() -> flight.join("key", this::work));
    running.awaitThatItWaits();
    List<Caller<Integer>> later = Caller.many(20, _ -> flight.joinNext("key", this::work));
    Caller.awaitThatAllWait(later);
    assertThat(runs).hasValue(1);
    mayEnd.get(0).countDown();
    mayEnd.get(1).countDown();
    assertThat(running.answer()).isEqualTo(0);
    assertThat(later).extracting(Caller::answer).containsOnly(1);
    assertThat(runs).hasValue(2);
  }

  @Test
  void a_caller_during_the_second_run_waits_for_a_third() {
    Caller<Integer> first = Caller.of(() -> flight.joinNext("key", this::work));
    first.awaitThatItWaits();
    Caller<Integer> second = Caller.of(() -> flight.joinNext("key", this::work));
    second.awaitThatItWaits();
    mayEnd.get(0).countDown();
    assertThat(first.answer()).isEqualTo(0);
    awaitRuns(2);
    List<Caller<Integer>> third = Caller.many(5, _ -> flight.joinNext("key", this::work));
    Caller.awaitThatAllWait(third);
    Caller<Integer> joined = Caller.of(() -> flight.join("key", this::work));
    joined.awaitThatItWaits();
    endAtOnce();
    assertThat(second.answer()).isEqualTo(1);
    assertThat(joined.answer()).isEqualTo(1);
    assertThat(third).extracting(Caller::answer).containsOnly(2);
    assertThat(runs).hasValue(3);
  }

  @Test
  void callers_share_an_exception_and_the_next_caller_starts_another_run() {
    RuntimeException failure = new IllegalStateException("no");
    Supplier<Integer> failing =
        () -> {
          work();
          throw failure;
        };
    List<Caller<Integer>> callers = Caller.many(10, _ -> flight.join("key", failing));
    Caller.awaitThatAllWait(callers);
    Caller<Integer> later = Caller.of(() -> flight.joinNext("key", this::work));
    later.awaitThatItWaits();
    endAtOnce();
    assertThat(callers).extracting(Caller::failure).containsOnly(failure);
    assertThat(later.answer()).isEqualTo(1);
    assertThat(flight.join("key", this::work)).isEqualTo(2);
  }

  @Test
  void callers_share_an_error() {
    Error failure = new AssertionError("no");
    assertThatThrownBy(() ->
            flight.join(
                "key",
                () -> {
                  throw failure;
                }))
        .isSameAs(failure);
  }

  @Test
  void the_other_callers_get_the_value_when_one_is_interrupted() {
    Caller<Integer> running = Caller.of(() -> flight.join("key", this::work));
    running.awaitThatItWaits();
    Caller<Integer> impatient = Caller.of(() -> flight.join("key", this::work));
    Caller<Integer> patient = Caller.of(() -> flight.join("key", this::work));
    Caller.awaitThatAllWait(List.of(impatient, patient));
    impatient.interrupt();
    assertThat(impatient.failure())
        .isInstanceOf(Unavailable.class)
        .hasCauseInstanceOf(InterruptedException.class);
    endAtOnce();
    assertThat(running.answer()).isEqualTo(0);
    assertThat(patient.answer()).isEqualTo(0);
  }

  @Test
  void an_interrupted_caller_stays_interrupted() {
    Caller<Integer> running = Caller.of(() -> flight.join("key", this::work));
    running.awaitThatItWaits();
    AtomicBoolean interrupted = new AtomicBoolean();
    Caller<Integer> impatient =
        Caller.of(() -> {
          try {
            return flight.join("key", this::work);
          } finally {
            interrupted.set(Thread.currentThread().isInterrupted());
          }
        });
    impatient.awaitThatItWaits();
    impatient.interrupt();
    assertThat(impatient.failure()).isInstanceOf(Unavailable.class);
    assertThat(interrupted).isTrue();
    endAtOnce();
    assertThat(running.answer()).isEqualTo(0);
  }

  @Test
  void the_waiting_run_does_not_depend_on_its_first_caller() {
    Caller<Integer> running = Caller.of(() -> flight.join("key", this::work));
    running.awaitThatItWaits();
    Caller<Integer> impatient = Caller.of(() -> flight.joinNext("key", this::work));
    impatient.awaitThatItWaits();
    Caller<Integer> patient = Caller.of(() -> flight.joinNext("key", this::work));
    patient.awaitThatItWaits();
    impatient.interrupt();
    assertThat(impatient.failure()).isInstanceOf(Unavailable.class);
    endAtOnce();
    assertThat(running.answer()).isEqualTo(0);
    assertThat(patient.answer()).isEqualTo(1);
  }

  @Test
  void a_waiting_run_whose_callers_left_runs_for_the_next_caller() {
    Caller<Integer> running = Caller.of(() -> flight.join("key", this::work));
    running.awaitThatItWaits();
    Caller<Integer> impatient = Caller.of(() -> flight.joinNext("key", this::work));
    impatient.awaitThatItWaits();
    impatient.interrupt();
    assertThat(impatient.failure()).isInstanceOf(Unavailable.class);
    endAtOnce();
    assertThat(running.answer()).isEqualTo(0);
    assertThat(runs).hasValue(1);
    assertThat(flight.joinNext("key", this::work)).isEqualTo(1);
  }

  @Test
  void join_next_never_returns_the_result_of_join() {
    CountDownLatch mayBegin = new CountDownLatch(1);
    Caller<Integer> running =
        Caller.of(() ->
            flight.join(
                "key",
                () -> {
                  awaitUninterruptibly(mayBegin);
                  return -1;
                }));
    running.awaitThatItWaits();
    Caller<Integer> later = Caller.of(() -> flight.joinNext("key", () -> 1));
    later.awaitThatItWaits();
    mayBegin.countDown();
    assertThat(running.answer()).isEqualTo(-1);
    assertThat(later.answer()).isEqualTo(1);
  }

  @Test
  void never_runs_twice_at_once_nor_too_early_with_many_callers() {
    AtomicInteger running = new AtomicInteger();
    AtomicLong time = new AtomicLong();
    SingleFlight<String, Long> shared = new SingleFlight<>();
    Supplier<Long> beginning =
        () -> {
          long began = time.incrementAndGet();
          assertThat(running.incrementAndGet()).isEqualTo(1);
          Thread.onSpinWait();
          running.decrementAndGet();
          return began;
        };
    List<String> tooEarly = Collections.synchronizedList(new ArrayList<>());
    List<Caller<Integer>> callers =
        Caller.many(
            32,
            seed -> {
              Random random = new Random(seed);
              for (int i = 0; i < 1_000; i++) {
                if (random.nextBoolean()) {
                  long arrived = time.incrementAndGet();
                  long began = shared.joinNext("key", beginning);
                  if (began <= arrived) {
                    tooEarly.add(began + " is not after " + arrived);
                  }
                } else {
                  shared.join("key", beginning);
                }
              }
              return seed;
            });
    assertThat(callers).extracting(Caller::answer).hasSize(32);
    assertThat(tooEarly).isEmpty();
    assertThat(shared.size()).isZero();
  }

  /** Returns the number of earlier runs, when the test lets it end. */
  private int work() {
    int number = runs.getAndIncrement();
    awaitUninterruptibly(mayEnd.get(number));
    return number;
  }

  private void endAtOnce() {
    mayEnd.forEach(CountDownLatch::countDown);
  }

  private void awaitRuns(int number) {
    await().untilAtomic(runs, is(number));
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
