package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedReadTest {

  private final AtomicInteger reads = new AtomicInteger();
  private final Semaphore mayEnd = new Semaphore(0);

  @Test
  void is_one_for_all_threads_that_read_at_the_same_time() {
    var shared = new SharedRead<>(this::readSlowly);
    List<CompletableFuture<Integer>> results = atOnce(shared);

    mayEnd.release();

    assertThat(results).extracting(CompletableFuture::join).containsOnly(1);
  }

  @Test
  void is_repeated_later() {
    mayEnd.release(2);
    var shared = new SharedRead<>(this::readSlowly);

    assertThat(List.of(shared.get(), shared.get())).containsExactly(1, 2);
  }

  @Test
  void fails_for_all_and_is_repeated_later() {
    var shared =
        new SharedRead<Integer>(() -> {
          if (readSlowly() == 1) {
            throw new IllegalArgumentException("first");
          }
          return 0;
        });
    List<CompletableFuture<Integer>> results = atOnce(shared);

    mayEnd.release(2);

    assertThat(results)
        .allSatisfy(result ->
            assertThatThrownBy(result::join)
                .hasRootCauseInstanceOf(IllegalArgumentException.class));
    assertThat(shared.get()).isZero();
  }

  private int readSlowly() {
    int number = reads.incrementAndGet();
    mayEnd.acquireUninterruptibly();
    return number;
  }

  private static List<CompletableFuture<Integer>> atOnce(SharedRead<Integer> shared) {
    List<CompletableFuture<Integer>> results = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      var result = new CompletableFuture<Integer>();
      Thread thread =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  result.complete(shared.get());
                } catch (RuntimeException e) {
                  result.completeExceptionally(e);
                }
              });
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      results.add(result);
    }
    return results;
  }
}
