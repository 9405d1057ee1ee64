package io.calllog.domain.shared;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextValuesTest {

  @Test
  void a_name_has_1_to_200_characters_on_one_line() {
    assertThat(new Name(" A ").value()).isEqualTo("A");
    assertThat(new Name("ä".repeat(200)).value()).hasSize(200);
    assertInvalid("name", "too-long", () -> new Name("ä".repeat(201)));
    assertInvalid("name", "blank", () -> new Name(" "));
    assertInvalid("name", "control-character", () -> new Name("Anna\nLena"));
  }

  @Test
  void names_with_the_same_normal_form_are_equal() {
    assertThat(new Name("Zoe\u0308 ")).isEqualTo(new Name("Zoë"));
    assertThat(new Name("zoë")).isNotEqualTo(new Name("Zoë"));
  }

  @Test
  void an_external_id_has_no_invisible_characters() {
    assertThat(new ExternalId("\uFEFFcrm-\u200B7")).isEqualTo(new ExternalId("crm-7"));
    assertInvalid("externalId", "blank", () -> new ExternalId("\u200B"));
  }

  @Test
  void a_postal_address_has_1_to_500_characters_on_many_lines() {
    assertThat(new PostalAddress("1 Long Lane\n\tLondon\n").value())
        .isEqualTo("1 Long Lane\n\tLondon");
    assertThat(new PostalAddress("x".repeat(500)).value()).hasSize(500);
    assertInvalid("address", "too-long", () -> new PostalAddress("x".repeat(501)));
    assertInvalid("address", "blank", () -> new PostalAddress("\n"));
    assertInvalid("address", "control-character", () -> new PostalAddress("a\r\nb"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+12", "+442079460958", "+123456789012345"})
  void a_phone_number_is_a_plus_and_2_to_15_digits(String text) {
    assertThat(new PhoneNumber(text).value()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+1",
        "+1234567890123456",
        "+0123456",
        "442079460958",
        "00442079460958",
        "+44 20 7946 0958",
        " +442079460958",
        "+442079460958\n",
        "+44x",
        "+٤٤٢٠",
        "+44;ext=1"
      })
  void refuses_a_phone_number_in_another_form(String text) {
    assertInvalid("phone", "malformed", () -> new PhoneNumber(text));
  }
}
