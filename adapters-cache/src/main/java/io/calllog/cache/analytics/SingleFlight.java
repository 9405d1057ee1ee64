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
 * waits until it ends; every caller gets the result or the exception of one of the two. A
 * computation runs on the thread of one of its callers. Thread-safe.
 */
final class SingleFlight<K, V> {

  /** Guarded by this object, as are {@link #waiting} and {@link Computation#begun}. */
  private final Map<K, Computation> running = new HashMap<>();

  private final Map<K, Computation> waiting = new HashMap<>();

  /**
   * The result of the running computation, or of this one when none is running.
   *
   * @throws Unavailable when interrupted while waiting
   */
  V join(K key, Supplier<V> work) {
    return result(choose(key, work, false));
  }

  /**
   * The result of a computation that begins after this call: the waiting one, or this one when none
   * is waiting. Work given to {@link #join} is never shared.
   *
   * @throws Unavailable when interrupted while waiting
   */
  V joinNext(K key, Supplier<V> work) {
    return result(choose(key, work, true));
  }

  /** The number of keys with a computation. */
  synchronized int size() {
    return running.size();
  }

  private synchronized Computation choose(K key, Supplier<V> work, boolean next) {
    Computation current = running.get(key);
    if (current == null) {
      return running.computeIfAbsent(key, _ -> new Computation(key, work, null, next));
    }
    if (!next || (current.next && !current.begun)) {
      return current;
    }
    return waiting.computeIfAbsent(key, _ -> new Computation(key, work, current, true));
  }

  private synchronized void begin(K key) {
    Computation current = running.get(key);
    if (current != null) {
      current.begun = true;
    }
  }

  /** Called before the result is there, so that no caller can begin the next one too early. */
  private synchronized void end(K key) {
    Computation next = waiting.remove(key);
    if (next == null) {
      running.remove(key);
    } else {
      running.put(key, next);
    }
  }

  private V result(Computation computation) {
    try {
      if (computation.previous != null) {
        awaitEnd(computation.previous);
      }
      computation.run(); // does nothing when another caller runs it
      return computation.get();
    } catch (ExecutionException e) {
      ReflectionUtils.rethrowRuntimeException(Objects.requireNonNull(e.getCause())); // unchanged
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
      // The callers of that computation get the failure.
    }
  }

  private final class Computation extends FutureTask<V> {
    private final @Nullable Computation previous;
    private final boolean next;
    private boolean begun;

    Computation(K key, Supplier<V> work, @Nullable Computation previous, boolean next) {
      super(() -> {
        begin(key);
        try {
          return work.get();
        } finally {
          end(key);
        }
      });
      this.previous = previous;
      this.next = next;
    }
  }
}
