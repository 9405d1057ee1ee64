package io.calllog.application.call.service;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.shared.Unavailable;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.SettableClock;
import io.calllog.domain.shared.Conflict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GathererTest {

  private final SettableClock clock = new SettableClock(Samples.NOW);
  private static final Duration PATIENT = Duration.ofSeconds(20);

  private final List<List<String>> groups = new CopyOnWriteArrayList<>();
  private final Semaphore started = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);

  @Test
  void does_a_single_task_at_once() {
    mayEnd.release();

    assertThat(gatherer(1, PATIENT).submit("a")).isEqualTo("A");

    assertThat(groups).containsExactly(List.of("a"));
  }

  @Test
  void does_what_arrives_meanwhile_together() {
    Gatherer<String, String> gatherer = gatherer(1, PATIENT);
    var first = start(gatherer, "a");
    started.acquireUninterruptibly();
    List<Task> others = IntStream.range(0, 9).mapToObj(i -> start(gatherer, "b" + i)).toList();
    others.forEach(Task::awaitWaiting);

    mayEnd.release(2);

    assertThat(first.result.join()).isEqualTo("A");
    assertThat(others)
        .extracting(task -> task.result.join())
        .containsExactly("B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8");
    assertThat(groups).hasSize(2);
    assertThat(groups.get(1)).hasSize(9);
  }

  @Test
  void works_on_several_groups_at_the_same_time() {
    Gatherer<String, String> gatherer = gatherer(2, PATIENT);
    List<Task> tasks = List.of(start(gatherer, "a"), start(gatherer, "b"));
    started.acquireUninterruptibly(2);
    Task third = start(gatherer, "c");
    third.awaitWaiting();
    assertThat(groups).hasSize(2);

    mayEnd.release(3);

    assertThat(third.result.join()).isEqualTo("C");
    assertThat(tasks).extracting(task -> task.result.join()).containsExactly("A", "B");
    mayEnd.release(2);
    assertThat(gatherer.submit("d")).isEqualTo("D"); // the places are free again
    assertThat(gatherer.submit("e")).isEqualTo("E");
  }

  @Test
  void tries_each_task_by_itself_if_a_group_fails() {
    List<Task> tasks = afterOneThatWaits("good", "bad", "better");

    mayEnd.release(10);

    assertThat(tasks.get(0).result.join()).isEqualTo("GOOD");
    assertThat(tasks.get(2).result.join()).isEqualTo("BETTER");
    assertThat(tasks.get(1).result)
        .failsWithin(PATIENT)
        .withThrowableThat()
        .withRootCauseInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gathers_nothing_for_a_moment_after_a_task_has_waited_for_a_lock_in_vain() {
    Gatherer<String, String> gatherer = gatherer(1, PATIENT);
    mayEnd.release();
    assertThatExceptionOfType(Conflict.class).isThrownBy(() -> gatherer.submit("locked"));

    Task again = start(gatherer, "locked");
    Task other = start(gatherer, "a");
    started.acquireUninterruptibly(3); // the second task does not wait for the first
    mayEnd.release(2);

    assertThat(other.result.join()).isEqualTo("A");
    assertThat(again.result).failsWithin(PATIENT);
    assertThat(groups).allMatch(group -> group.size() == 1);
  }

  @Test
  void answers_all_tasks_of_a_group_if_the_database_is_not_available() {
    List<Task> tasks = afterOneThatWaits("x", "outage", "y");

    mayEnd.release(10);

    assertThat(tasks)
        .allSatisfy(task ->
            assertThat(task.result)
                .failsWithin(PATIENT)
                .withThrowableThat()
                .withCauseInstanceOf(Unavailable.class));
    assertThat(groups).hasSize(2);
  }

  @Test
  void gives_up_a_task_that_does_not_start_in_time() {
    Gatherer<String, String> gatherer = gatherer(1, Duration.ofMillis(20));
    Task first = start(gatherer, "a");
    started.acquireUninterruptibly();

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> gatherer.submit("b"));

    mayEnd.release();
    assertThat(first.result.join()).isEqualTo("A");
    assertThat(groups).containsExactly(List.of("a"));
  }

  @Test
  void gives_up_a_task_whose_thread_is_interrupted_before_it_starts() {
    Gatherer<String, String> gatherer = gatherer(1, PATIENT);
    Task first = start(gatherer, "a");
    started.acquireUninterruptibly();
    Task second = start(gatherer, "b");
    second.awaitWaiting();

    second.thread.interrupt();

    assertThat(second.result)
        .failsWithin(PATIENT)
        .withThrowableThat()
        .withCauseInstanceOf(Unavailable.class);
    mayEnd.release();
    assertThat(first.result.join()).isEqualTo("A");
    assertThat(groups).containsExactly(List.of("a"));
  }

  @Test
  void tells_a_task_its_outcome_even_if_its_thread_is_interrupted_while_its_group_is_under_way() {
    Gatherer<String, String> gatherer = gatherer(1, Duration.ofMillis(300));
    Task first = start(gatherer, "a");
    started.acquireUninterruptibly();
    Task second = start(gatherer, "b");
    second.awaitWaiting();
    Task third = start(gatherer, "c");
    third.awaitWaiting();
    mayEnd.release();
    started.acquireUninterruptibly();

    third.thread.interrupt();
    mayEnd.release();

    assertThat(List.of(first, second, third))
        .extracting(task -> task.result.join())
        .containsExactly("A", "B", "C");
  }

  @Test
  void refuses_tasks_when_too_many_wait() {
    Gatherer<String, String> gatherer = gatherer(1, PATIENT);
    Task first = start(gatherer, "a");
    started.acquireUninterruptibly();
    List<Task> others = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      others.add(start(gatherer, "b"));
    }
    others.forEach(Task::awaitWaiting);

    assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> gatherer.submit("c"));

    mayEnd.release(11);
    assertThat(first.result.join()).isEqualTo("A");
    assertThat(others).allSatisfy(task -> assertThat(task.result.join()).isEqualTo("B"));
    assertThat(groups).hasSize(11);
  }

  /** Starts tasks that are in one group, because another one is under way. */
  private List<Task> afterOneThatWaits(String... tasks) {
    Gatherer<String, String> gatherer = gatherer(1, PATIENT);
    start(gatherer, "a");
    started.acquireUninterruptibly();
    List<Task> waiting = new ArrayList<>();
    for (String task : tasks) {
      waiting.add(start(gatherer, task));
      waiting.getLast().awaitWaiting();
    }
    return waiting;
  }

  private Gatherer<String, String> gatherer(int places, Duration maxWait) {
    return new Gatherer<>(
        places,
        maxWait,
        clock,
        tasks -> {
          groups.add(tasks);
          started.release();
          try {
            assertThat(mayEnd.tryAcquire(20, SECONDS)).isTrue();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          if (tasks.contains("bad")) {
            throw new IllegalArgumentException("bad");
          }
          if (tasks.contains("locked")) {
            throw Conflict.lostRace();
          }
          if (tasks.contains("outage")) {
            throw new Unavailable(new IllegalStateException("outage"));
          }
          return tasks.stream().map(task -> task.toUpperCase(java.util.Locale.ROOT)).toList();
        });
  }

  private static Task start(Gatherer<String, String> gatherer, String task) {
    var result = new CompletableFuture<String>();
    Thread thread =
        Thread.ofVirtual()
            .start(() -> {
              try {
                result.complete(gatherer.submit(task));
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    return new Task(thread, result);
  }

  private record Task(Thread thread, CompletableFuture<String> result) {

    /** Waits until the thread waits for its turn. */
    void awaitWaiting() {
      while (thread.getState() != Thread.State.TIMED_WAITING && !result.isDone()) {
        Thread.onSpinWait();
      }
    }
  }
}
