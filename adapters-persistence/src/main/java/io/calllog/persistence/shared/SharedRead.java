package io.calllog.persistence.shared;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that want to read the same thing at the same time share one read, and its failure.
 * Thread-safe.
 */
public final class SharedRead<T> {

  private final Supplier<T> read;
  private final AtomicReference<@Nullable FutureTask<T>> running = new AtomicReference<>();

  /** Creates a shared read. */
  public SharedRead(Supplier<T> read) {
    this.read = read;
  }

  /** Reads, or waits for the read that is in progress. Throws what the read throws. */
  public T get() {
    var own = new FutureTask<>(read::get);
    FutureTask<T> shared = running.compareAndExchange(null, own);
    if (shared != null) {
      return resultOf(shared);
    }
    own.run();
    running.set(null);
    return resultOf(own);
  }

  private static <T> T resultOf(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
