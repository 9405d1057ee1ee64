package io.calllog.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.port.out.PasswordHasherContract;
import io.calllog.application.shared.Overloaded;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class BcryptPasswordHasherTest extends PasswordHasherContract {

  private final BCryptPasswordEncoder bcrypt = new PasswordHashingConfiguration().bcrypt();
  private final BcryptPasswordHasher hasher = new BcryptPasswordHasher(bcrypt);

  @Override
  protected PasswordHasher hasher() {
    return hasher;
  }

  @AfterEach
  void close() {
    hasher.close();
  }

  @Test
  void refuses_work_that_would_wait_too_long() throws InterruptedException {
    var held = new HeldBcrypt();
    var answers = new ConcurrentLinkedQueue<Object>();
    try (var small = new BcryptPasswordHasher(held, 1, 3)) {
      Thread first = Thread.ofVirtual().start(() -> answers.add(outcome(small)));
      held.begun.await();
      var refused = new CountDownLatch(96);
      var others =
          IntStream.range(0, 99)
              .mapToObj(_ ->
                  Thread.ofVirtual()
                      .start(() -> {
                        Object answer = outcome(small);
                        answers.add(answer);
                        if (answer.equals("overloaded")) {
                          refused.countDown();
                        }
                      }))
              .toList();
      assertThat(refused.await(30, TimeUnit.SECONDS)).as("all but the line of three").isTrue();
      held.goOn.countDown();
      first.join();
      for (Thread other : others) {
        other.join();
      }
      assertThat(outcome(small)).as("afterwards").isEqualTo(false);
    }

    assertThat(answers).hasSize(100);
    assertThat(answers).filteredOn(answer -> answer.equals(false)).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "64, 63"})
  void leaves_one_processor_free_if_there_are_more_than_two(int processors, int threads) {
    assertThat(BcryptPasswordHasher.threadsFor(processors)).isEqualTo(threads);
  }

  private static Object outcome(PasswordHasher hasher) {
    try {
      return hasher.matches("typed", hasher.decoy());
    } catch (Overloaded refusal) {
      return refusal.code();
    }
  }

  /** Blocks each check until the test releases it, so that the queue fills up. */
  private static final class HeldBcrypt extends BCryptPasswordEncoder {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    HeldBcrypt() {
      super(10);
    }

    @Override
    protected boolean matchesNonNull(String typed, String hash) {
      begun.countDown();
      try {
        goOn.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.matchesNonNull(typed, hash);
    }
  }
}
