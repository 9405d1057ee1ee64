package io.calllog.cache.analytics;

import io.calllog.application.shared.Unavailable;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Shares computations between callers. For each key, at most one computation runs, and at most one
 * waits for it to end; every caller gets the result or the exception of one of the two. A
 * computation runs on the thread of one of its callers. Thread-safe.
 */
final class SingleFlight<K, V> {

  /** Guarded by this object, as is {@link #waiting}. */
  private final Map<K, Computation> running = new HashMap<>();

  /** Computations of {@link #joinNext} that have not begun. */
  private final Map<K, Computation> waiting = new HashMap<>();

  /**
   * Joins the running computation, or else the waiting one, or else runs the given one.
   *
   * @throws Unavailable if the thread is interrupted while it waits
   */
  V join(K key, Supplier<V> work) {
    return result(runningOrWaiting(key, work));
  }

  /**
   * Joins a computation that begins after this call: the waiting one, or else the given one. It
   * never joins a computation of {@link #join}.
   *
   * @throws Unavailable if the thread is interrupted while it waits
   */
  V joinNext(K key, Supplier<V> work) {
    return result(waiting(key, work));
  }

  /** The number of computations. */
  synchronized int size() {
    return running.size() + waiting.size();
  }

  private synchronized Computation runningOrWaiting(K key, Supplier<V> work) {
    Computation next = waiting.get(key);
    return next == null || running.containsKey(key)
        ? running.computeIfAbsent(key, _ -> new Computation(key, work, null))
        : next;
  }

  private synchronized Computation waiting(K key, Supplier<V> work) {
    return waiting.computeIfAbsent(key, _ -> new Computation(key, work, running.get(key)));
  }

  /** Moves a waiting computation to the running ones. At most one of a key can begin. */
  private synchronized void begin(K key) {
    running.computeIfAbsent(key, waiting::remove);
  }

  /** Called before the result is set, so no caller can join a computation that has ended. */
  private synchronized void end(K key) {
    running.remove(key);
  }

  private V result(Computation computation) {
    try {
      if (computation.previous != null) {
        awaitEnd(computation.previous);
      }
      computation.run(); // does nothing if another caller runs it
      return computation.get();
    } catch (ExecutionException e) {
      ReflectionUtils.rethrowRuntimeException(Objects.requireNonNull(e.getCause()));
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(e);
    }
  }

  private void awaitEnd(Computation computation) throws InterruptedException {
    try {
      computation.get();
    } catch (ExecutionException _) {
      // The callers of that computation get the exception.
    }
  }

  private final class Computation extends FutureTask<V> {
    private final @Nullable Computation previous;

    Computation(K key, Supplier<V> work, @Nullable Computation previous) {
      super(() -> {
        begin(key);
        try {
          return work.get();
        } finally {
          end(key);
        }
      });
      this.previous = previous;
    }
  }
}
