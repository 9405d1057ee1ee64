package io.calllog.application.officer.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract of {@link PasswordHasher}, except for the time it takes. */
public abstract class PasswordHasherContract {

  private static final String TEXT = "correct horse bättery";

  /** Returns the port under test. */
  protected abstract PasswordHasher hasher();

  @Test
  void matches_the_password_and_nothing_else() {
    PasswordHash hash = hasher().hash(new Password(TEXT));

    assertThat(hasher().matches(TEXT, hash)).isTrue();
    for (String wrong : new String[] {"", " ", TEXT + " ", " " + TEXT, "Correct horse bättery"}) {
      assertThat(hasher().matches(wrong, hash)).as(wrong).isFalse();
    }
  }

  @Test
  void matches_other_unicode_forms_of_the_password() {
    PasswordHash hash = hasher().hash(new Password(TEXT));

    assertThat(hasher().matches("correct horse ba\u0308ttery", hash)).isTrue();
  }

  @Test
  void compares_every_byte_of_the_longest_password_and_longer_text() {
    String longest = "€".repeat(23) + "abc";
    PasswordHash hash = hasher().hash(new Password(longest));

    assertThat(hasher().matches(longest, hash)).isTrue();
    assertThat(hasher().matches("€".repeat(23) + "abd", hash)).isFalse();
    assertThat(hasher().matches(longest + "x", hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0000", "correct horse bättery\u0000", "\uD83D", "decoy"})
  void accepts_any_text(String typed) {
    assertThat(hasher().matches(typed, hasher().hash(new Password(TEXT)))).isFalse();
    assertThat(hasher().matches(typed, hasher().decoy())).isFalse();
    assertThat(hasher().matches(typed.repeat(10_000), hasher().decoy())).isFalse();
  }

  @Test
  void no_password_matches_the_decoy() {
    assertThat(hasher().matches(hasher().decoy().value(), hasher().decoy())).isFalse();
  }

  @Test
  void nothing_matches_without_a_password() {
    for (String typed : new String[] {"", TEXT, PasswordHash.NONE.value()}) {
      assertThat(hasher().matches(typed, PasswordHash.NONE)).as(typed).isFalse();
    }
  }
}
