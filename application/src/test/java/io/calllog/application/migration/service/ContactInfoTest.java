package io.calllog.application.migration.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.port.out.PhoneNumbers;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactInfoTest {

  /** Knows numbers with a country code only. */
  static final PhoneNumbers NUMBERS =
      typed -> {
        String digits = typed.replaceAll("[ ()./-]", "");
        return digits.matches("\\+[1-9][0-9]{6,14}")
            ? Optional.of(new PhoneNumber(digits))
            : Optional.empty();
      };

  private static final PhoneNumber PHONE = new PhoneNumber("+442079460958");
  private static final EmailAddress EMAIL = new EmailAddress("Grace@firm.example");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+44 20 7946 0958, Grace@firm.example",
        "Grace@firm.example / +44 20 7946 0958",
        "Grace@firm.example +44 20 7946 0958",
        "+442079460958 Grace@firm.example",
        "Tel: +44 (20) 7946-0958; E-Mail: Grace@firm.example",
        "Phone +44 20 7946 0958\nmailto:Grace@firm.example",
        "{\"phone\": \"+44 20 7946 0958\", \"email\": \"Grace@firm.example\"}",
        "<Grace@firm.example>; mobile: +44 20 7946 0958"
      })
  void finds_a_phone_number_and_an_email_address(String text) {
    assertThat(ContactInfo.of(text, NUMBERS)).isEqualTo(new ContactInfo(PHONE, EMAIL, List.of()));
  }

  @Test
  void keeps_the_rest_in_order() {
    assertThat(of("12 High Street, Leeds; +44 20 7946 0958; +44 20 7946 0000"))
        .isEqualTo(
            new ContactInfo(PHONE, null, List.of("12 High Street", "Leeds", "+44 20 7946 0000")));
    assertThat(of("555-0123")).isEqualTo(new ContactInfo(null, null, List.of("555-0123")));
    assertThat(of("Grace@firm.example, grace@home.example"))
        .isEqualTo(new ContactInfo(null, EMAIL, List.of("grace@home.example")));
    assertThat(of("grace@")).isEqualTo(new ContactInfo(null, null, List.of("grace@")));
    assertThat(of("Office manager: Tom"))
        .isEqualTo(new ContactInfo(null, null, List.of("Office manager: Tom")));
  }

  @Test
  void of_nothing_is_empty() {
    var nothing = new ContactInfo(null, null, List.of());
    assertThat(of(null)).isEqualTo(nothing);
    assertThat(of("  ,; ")).isEqualTo(nothing);
  }

  private static ContactInfo of(@Nullable String text) {
    return ContactInfo.of(text, NUMBERS);
  }
}
