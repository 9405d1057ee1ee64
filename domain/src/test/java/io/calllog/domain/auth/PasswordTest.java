package io.calllog.domain.auth;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {

  private static final String EURO = "€"; // 3 bytes of UTF-8
  private static final String EMOJI = "\uD83D\uDE00"; // 4 bytes of UTF-8

  @Test
  void has_12_to_72_bytes() {
    assertThat(new Password("g7h8j9k2m4n6").value()).isEqualTo("g7h8j9k2m4n6");
    assertThat(new Password("x".repeat(71) + "y").value()).hasSize(72);
    assertInvalid("password", "out-of-range", () -> new Password(""));
    assertInvalid("password", "out-of-range", () -> new Password("g7h8j9k2m4n"));
    assertInvalid("password", "out-of-range", () -> new Password("x".repeat(73)));
  }

  @Test
  void counts_bytes_not_characters() {
    assertThat(new Password(EURO.repeat(4)).value()).hasSize(4);
    assertInvalid("password", "out-of-range", () -> new Password(EURO.repeat(3) + "xy"));
    assertThat(new Password(EURO.repeat(24)).value()).hasSize(24);
    assertInvalid("password", "out-of-range", () -> new Password(EURO.repeat(24) + "x"));
    assertThat(new Password(EMOJI.repeat(18)).value()).hasSize(36);
    assertInvalid("password", "out-of-range", () -> new Password(EMOJI.repeat(18) + "x"));
  }

  @Test
  void counts_bytes_of_the_composed_form() {
    assertThat(new Password("e\u0308".repeat(36)).value()).isEqualTo("ë".repeat(36));
    assertInvalid("password", "out-of-range", () -> new Password("e\u0308".repeat(5)));
  }

  @Test
  void is_not_trimmed() {
    assertThat(new Password("  g7h8j9k2  ").value()).isEqualTo("  g7h8j9k2  ");
    assertThat(new Password(" ".repeat(12)).value()).hasSize(12);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"g7h8j9k2\u0000e5f6", "g7h8j9k2\ne5f6", "g7h8j9k2m4n6\t", "\u0085b2c3d4e5f6"})
  void refuses_control_characters(String text) {
    assertInvalid("password", "control-character", () -> new Password(text));
  }

  @Test
  void refuses_unpaired_surrogates() {
    assertInvalid("password", "control-character", () -> new Password("g7h8j9k2m4n6\uD83D"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"000000000000", "000BasketBall", "!Administrator", "!qaz2wsx3edc"})
  void refuses_common_passwords_ignoring_case(String text) {
    assertInvalid("password", "too-common", () -> new Password(text));
  }

  @Test
  void must_differ_from_name_and_email() {
    Name name = new Name("Anna-Lena Größe");
    EmailAddress email = new EmailAddress("Anna.Lena@Example.com");

    assertInvalid(
        "password",
        "too-obvious",
        () -> new Password("ANNA-LENA GRÖßE").requireDifferentFrom(name, email));
    assertInvalid(
        "password",
        "too-obvious",
        () -> new Password("anna.lena@example.com").requireDifferentFrom(name, email));
    assertThatCode(() -> new Password("anna.lena@example.com1").requireDifferentFrom(name, email))
        .doesNotThrowAnyException();
  }

  @Test
  void normalizes_typed_passwords() {
    assertThat(Password.normalized(" e\u0308 ")).isEqualTo(" ë ");
  }

  @Test
  void does_not_normalize_text_that_is_too_long() {
    String typed = "e\u0308".repeat(500_000);

    assertThat(Password.normalized(typed)).isEqualTo(typed);
    assertInvalid("password", "out-of-range", () -> new Password(typed));
  }

  @Test
  void is_hidden_in_logs() {
    assertThat(new Password("g7h8j9k2m4n6")).hasToString("Password[hidden]");
    assertThat(new PasswordHash("$2a$10$salt")).hasToString("PasswordHash[hidden]");
  }
}
