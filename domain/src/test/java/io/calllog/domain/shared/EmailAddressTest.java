package io.calllog.domain.shared;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c", "anna.lena+calls@example.co.uk", "o'brien@example.com", "x_y-z%1@ex-ample.com",
        "1@2.3", "Zoë@bücher.example", "用户@例子.公司", "#!$&*/=?^`{|}~@example.com"
      })
  void accepts_e_mail_addresses(String text) {
    assertThat(new EmailAddress(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna",
        "@",
        "anna@",
        "@example.com",
        "anna@example",
        "anna@.com",
        "anna@example.",
        "anna@example..com",
        "anna@@example.com",
        "anna@ex@ample.com",
        "an na@example.com",
        "anna@exam ple.com",
        "anna@example.com, bob@example.com",
        "Anna <anna@example.com>",
        "\"anna\"@example.com",
        "anna@[127.0.0.1]",
        "anna@example.com:25",
        "an\\na@example.com"
      })
  void refuses_text_that_is_not_an_address(String text) {
    assertInvalid("email", "malformed", () -> new EmailAddress(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uFEFFtwin@t.example",
        "twin@t.example\u200B",
        "tw\u00ADin@t.example",
        "twin\u200D@t.example",
        "twin@t.ex\u2060ample",
        "twin@t.example\uFE0F",
        "\u202Atwin@t.example\u202C"
      })
  void addresses_that_look_alike_are_the_same(String text) {
    assertThat(new EmailAddress(text)).isEqualTo(new EmailAddress("twin@t.example"));
  }

  @Test
  void refuses_invalid_text() {
    assertInvalid("email", "blank", () -> new EmailAddress(" "));
    assertInvalid("email", "control-character", () -> new EmailAddress("anna\u0000@example.com"));
    assertInvalid("email", "control-character", () -> new EmailAddress("a@b.c\nBcc: d@e.f"));
  }

  @Test
  void has_at_most_254_characters_and_64_in_the_local_part() {
    String local = "l".repeat(64) + "@";
    String longest = local + "d".repeat(254 - local.length() - 4) + ".com";

    assertThat(new EmailAddress(longest).value()).hasSize(254);
    assertInvalid("email", "too-long", () -> new EmailAddress(longest + "m"));
    assertInvalid("email", "malformed", () -> new EmailAddress("l" + local + "example.com"));
  }

  @Test
  void keeps_the_case_and_ignores_it_in_comparisons() {
    EmailAddress typed = new EmailAddress("  Änna@Example.COM ");

    assertThat(typed.value()).isEqualTo("Änna@Example.COM");
    assertThat(typed.key()).isEqualTo("änna@example.com");
    assertThat(new EmailAddress("äNNA@eXAMPLE.com").key()).isEqualTo(typed.key());
    assertThat(new EmailAddress("A\u0308nna@Example.COM")).isEqualTo(typed);
  }
}
