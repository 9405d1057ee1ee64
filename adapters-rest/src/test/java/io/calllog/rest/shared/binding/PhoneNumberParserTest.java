package io.calllog.rest.shared.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.shared.SearchText;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberParserTest {

  private static final PhoneNumber LONDON = new PhoneNumber("+442079460958");

  private final PhoneNumberParser worldwide = new PhoneNumberParser(null);
  private final PhoneNumberParser british = new PhoneNumberParser("GB");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+442079460958",
        "+44 20 7946 0958",
        "+44 (0)20 7946 0958",
        "+44 (0) 20-7946-0958",
        "+44.20.7946.0958",
        "+44/20/7946 0958",
        "+44\u00A020\u00A07946\u00A00958",
        "+44\u202F20\u20097946\u20110958",
        "tel:+44-20-7946-0958",
        "TEL:+442079460958",
        "＋４４２０７９４６０９５８",
        "+٤٤٢٠٧٩٤٦٠٩٥٨",
        "\u202A+44 20 7946 0958\u202C",
        "\uFEFF+44 20\u200B7946 0958",
        " +44 20 7946 0958 ",
        "[+44] 20 7946 0958",
        "0044 20 7946 0958",
        "00442079460958",
        "tel:00442079460958"
      })
  void reads_a_number_in_any_notation(String typed) {
    assertThat(worldwide.parse(typed)).isEqualTo(LONDON);
    assertThat(british.parse(typed)).isEqualTo(LONDON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"020 7946 0958", "(020) 7946-0958"})
  void reads_a_number_as_it_is_dialled_in_the_default_region(String typed) {
    assertThat(british.parse(typed)).isEqualTo(LONDON);
    assertMalformed(worldwide, typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+1 800 FLOWERS", "1-800-FLOWERS"})
  void reads_letters_of_north_american_numbers(String typed) {
    assertThat(new PhoneNumberParser("US").parse(typed)).isEqualTo(new PhoneNumber("+18003569377"));
  }

  @ParameterizedTest
  @CsvSource({
    "+1 555 123 4567, +15551234567", // not assigned today
    "+44 7000 123456, +447000123456",
    "+683 4000, +6834000", // Niue has the shortest numbers
    "+800 1234 5678, +80012345678",
    "+49 30 1234, +49301234",
    "+39 06 698 12345, +390669812345"
  })
  void reads_numbers_of_new_and_short_ranges(String typed, String number) {
    assertThat(worldwide.parse(typed)).isEqualTo(new PhoneNumber(number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 555 1234",
        "+44 1111",
        "+44 123456",
        "+44 999",
        "+1 911",
        "+49 110",
        "+49 1234",
        "+33 17",
        "+7 495 123",
        "+999 123 4567",
        "+44 20 7946 0958 0958 0958",
        "020 7946",
        "+44 (0)20 7946"
      })
  void refuses_numbers_that_cannot_be_dialled_from_abroad(String typed) {
    assertMalformed(worldwide, typed);
    assertMalformed(british, typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna +44 20 7946 0312",
        "+44 20 7946 0312 Anna",
        "+49 30 1234567 Anna",
        "Tel. +44 20 7946 0312",
        "tel:Anna +44 20 7946 0312",
        "+44 20 7946 0312 or +44 20 7946 0313",
        "+44 20 7946 0312; rm -rf",
        "+1 212 555 0123 Anna",
        "none",
        "-",
        "+"
      })
  void refuses_text_that_is_no_number(String typed) {
    assertMalformed(worldwide, typed);
    assertMalformed(british, typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+44 20 7946 0958 x12", "+44 20 7946 0958 ext. 12", "+442079460958;ext=12"})
  void refuses_extensions(String typed) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> worldwide.parse(typed))
        .withMessageContaining("without an extension");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+44 20 7946 0958|+442079460958",
        "+44 20 7946 0958 x12|+442079460958 ext. 12",
        "+44 20 7946 0958 ext. 0012|+442079460958 ext. 0012",
        "+44 20 7946 0958 extension 12|+442079460958 ext. 12",
        "tel:+44-20-7946-0958;ext=12|+442079460958 ext. 12",
        "+44 20 7946 0958, ext. 12|+442079460958 ext. 12",
        "+44 20 7946 0958 x12, Reception, 2nd floor|+442079460958 ext. 12, Reception, 2nd floor",
        "+442079460958 ext. 12, Reception|+442079460958 ext. 12, Reception",
        "+442079460958, Reception|+442079460958, Reception"
      })
  void takes_a_phone_apart(String typed, String phone) {
    assertThat(worldwide.parsePhone(typed)).hasToString(phone);
    assertThat(british.parsePhone(typed)).hasToString(phone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12", "+44 20 x12", "Anna +44 20 7946 0312 x12", "+442079460958,", ", x"})
  void refuses_text_that_is_no_phone(String typed) {
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> worldwide.parsePhone(typed));
  }

  @Test
  void text_to_search_for_can_be_a_number() {
    var types = new FieldTypes(british, ReportingZone.of("Europe/London"));
    var text = (SearchText) types.get(SearchText.class).parse().apply("0044 (20) 7946 0958");

    assertThat(text.number()).isEqualTo(LONDON);
    assertThat(text.phoneParts()).contains("+442079460958");
    for (String other : List.of("Anna", "0958", "020 7946")) {
      assertThat(((SearchText) types.get(SearchText.class).parse().apply(other)).number())
          .as(other)
          .isNull();
    }
  }

  private static void assertMalformed(PhoneNumberParser parser, String typed) {
    assertThatExceptionOfType(InvalidInput.class)
        .as(typed)
        .isThrownBy(() -> parser.parse(typed))
        .satisfies(
            refusal -> assertThat(refusal.violations().getFirst().code()).isEqualTo("malformed"));
  }
}
