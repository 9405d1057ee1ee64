package io.calllog.rest.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.port.out.PasswordHasherContract;
import io.calllog.domain.shared.Overloaded;
import java.util.concurrent.ConcurrentLinkedQueue;
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
  void refuses_what_it_cannot_do_soon() throws InterruptedException {
    var answers = new ConcurrentLinkedQueue<Object>();
    try (var small = new BcryptPasswordHasher(bcrypt, 1, 3)) {
      var callers =
          IntStream.range(0, 100)
              .mapToObj(_ -> Thread.ofVirtual().start(() -> answers.add(outcome(small))))
              .toList();
      for (Thread caller : callers) {
        caller.join();
      }
      assertThat(outcome(small)).as("afterwards").isEqualTo(false);
    }

    assertThat(answers).hasSize(100).contains(false, "overloaded");
    assertThat(answers.stream().filter(answer -> answer.equals(false)))
        .hasSizeGreaterThanOrEqualTo(4)
        .hasSizeLessThan(50);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "64, 63"})
  void leaves_a_processor_to_others_where_there_are_more_than_two(int processors, int threads) {
    assertThat(BcryptPasswordHasher.threadsFor(processors)).isEqualTo(threads);
  }

  private static Object outcome(PasswordHasher hasher) {
    try {
      return hasher.matches("typed", hasher.decoy());
    } catch (Overloaded refusal) {
      return refusal.code();
    }
  }
}
