package io.calllog.api;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Sends requests at almost the same time. */
public final class AtOnce {

  private AtOnce() {}

  /** Each of the numbers from 0 sends its request; none begins before all are ready. */
  public static List<Answer> send(int times, IntFunction<Answer> request) {
    return send(
        IntStream.range(0, times).<Supplier<Answer>>mapToObj(i -> () -> request.apply(i)).toList());
  }

  /** Answers come in the order of the requests. */
  public static List<Answer> send(List<Supplier<Answer>> requests) {
    var ready = new CountDownLatch(requests.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Answer>> answers =
          requests.stream().map(request -> threads.submit(() -> last(ready, request))).toList();
      return answers.stream().map(AtOnce::get).toList();
    }
  }

  /** How many of the answers have this status. */
  public static long count(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  private static Answer last(CountDownLatch ready, Supplier<Answer> request)
      throws InterruptedException {
    ready.countDown();
    ready.await();
    return request.get();
  }

  private static Answer get(Future<Answer> answer) {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
