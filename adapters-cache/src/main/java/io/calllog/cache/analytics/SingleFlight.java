package io.calllog.cache.analytics;

import io.calllog.application.shared.Unavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that work with one key is done by one caller at a time, and shared. At most one run
 * goes on and one waits for its end; who comes joins one of the two. Each runs on the thread of
 * somebody who wants its value, and all of them get that value, or its very exception. Nothing is
 * kept of a key that nobody asks for. Thread-safe.
 *
 * @param <V> what the work gives
 */
final class SingleFlight<V> {

  /** Lines, and what changes in them and in their runs, are guarded by this. */
  private final Map<String, Line<V>> lines = new HashMap<>();

  /**
   * The value of the run that goes on, or without one, of this work.
   *
   * @throws Unavailable when interrupted while waiting
   */
  V join(String key, Supplier<V> work) {
    return take(key, work, false);
  }

  /**
   * The value of a run that begins later than now: of the one that waits, or without one, of this
   * work.
   *
   * @throws Unavailable when interrupted while waiting
   */
  V beginLater(String key, Supplier<V> work) {
    return take(key, work, true);
  }

  /** How many keys somebody asks for. */
  synchronized int size() {
    return lines.size();
  }

  private V take(String key, Supplier<V> work, boolean later) {
    Line<V> line = enter(key);
    try {
      Run<V> run = choose(line, work, later);
      awaitTurn(run);
      run.task.run(); // does nothing if another did it
      return run.task.get();
    } catch (ExecutionException e) {
      throw unchecked(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(e);
    } finally {
      leave(key, line);
    }
  }

  private synchronized Line<V> enter(String key) {
    Line<V> line = lines.computeIfAbsent(key, _ -> new Line<>());
    line.people++;
    return line;
  }

  private synchronized void leave(String key, Line<V> line) {
    line.people--;
    if (line.people == 0) {
      lines.remove(key);
    }
  }

  private synchronized Run<V> choose(Line<V> line, Supplier<V> work, boolean later) {
    if (line.current == null) {
      line.current = new Run<>(work(line, work), null, later);
      return line.current;
    }
    if (!later || line.current.isStillToBegin()) {
      return line.current;
    }
    if (line.next == null) {
      line.next = new Run<>(work(line, work), line.current.task, true);
    }
    return line.next;
  }

  private FutureTask<V> work(Line<V> line, Supplier<V> work) {
    return new FutureTask<>(() -> {
      begin(line);
      try {
        return work.get();
      } finally {
        end(line);
      }
    });
  }

  private synchronized void begin(Line<V> line) {
    if (line.current != null) {
      line.current.begun = true;
    }
  }

  /**
   * Comes before the value is there, so that nobody can begin the next run before it is current.
   */
  private synchronized void end(Line<V> line) {
    line.current = line.next;
    line.next = null;
  }

  private static void awaitTurn(Run<?> run) throws InterruptedException {
    if (run.previous != null) {
      try {
        run.previous.get();
      } catch (ExecutionException _) {
        // It is over; those who wanted its value get to know.
      }
    }
  }

  private static RuntimeException unchecked(ExecutionException e) {
    return switch (e.getCause()) {
      case RuntimeException failure -> failure;
      case Error failure -> throw failure;
      case null, default -> new IllegalStateException(e); // a supplier throws nothing else
    };
  }

  /** Those who ask for one key. */
  private static final class Line<V> {
    private int people;
    private @Nullable Run<V> current;
    private @Nullable Run<V> next;
  }

  /**
   * Work that is done once, when the previous is over, by the first of those who want its value.
   */
  private static final class Run<V> {
    private final FutureTask<V> task;
    private final @Nullable FutureTask<V> previous;
    private final boolean later;
    private boolean begun;

    Run(FutureTask<V> task, @Nullable FutureTask<V> previous, boolean later) {
      this.task = task;
      this.previous = previous;
      this.later = later;
    }

    /** Whether who comes now can be sure that it begins later. */
    boolean isStillToBegin() {
      return later && !begun;
    }
  }
}
