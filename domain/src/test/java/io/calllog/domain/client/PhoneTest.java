package io.calllog.domain.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

  private static final Phone DESK =
      new Phone(new PhoneNumber("+442079460958"), "12", new Name("Reception, 2nd floor"));
  private static final Phone MOBILE = Phone.of(new PhoneNumber("+447700900123"));
  private static final Phone HOME = Phone.of(new PhoneNumber("+442079460312"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+442079460958",
        "+442079460958 ext. 0012",
        "+442079460958, Reception, 2nd floor",
        "+442079460958 ext. 12, Reception"
      })
  void is_a_text_that_can_be_read(String text) {
    assertThat(Phone.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "+442079460958 x12", "+442079460958 ext. x", "+0123"})
  void refuses_other_text(String text) {
    assertInvalid("phone", () -> Phone.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1 2", "123456789012345678901", "١٢"})
  void refuses_extensions_that_are_not_1_to_20_digits(String extension) {
    assertInvalid("extension", () -> new Phone(DESK.number(), extension, null));
  }

  @Test
  void allows_10_phones() {
    assertThat(Phone.few(Collections.nCopies(10, DESK))).hasSize(10);
    assertInvalid("phones", () -> Phone.few(Collections.nCopies(11, DESK)));
  }

  @Test
  void the_first_phone_alone_replaces_the_first_or_removes_all() {
    List<Phone> current = List.of(DESK, MOBILE);

    assertThat(Phone.combined(HOME, null, current)).containsExactly(HOME, MOBILE);
    assertThat(Phone.combined(MOBILE, null, current)).containsExactly(MOBILE);
    assertThat(Phone.combined(HOME, null, List.of())).containsExactly(HOME);
    assertThat(Phone.combined(null, null, current)).isEmpty();
  }

  @Test
  void the_number_of_the_first_phone_changes_nothing() {
    List<Phone> current = List.of(DESK, MOBILE);
    var other = new Phone(DESK.number(), "13", null);

    assertThat(Phone.combined(Phone.of(DESK.number()), null, current)).isEqualTo(current);
    assertThat(Phone.combined(other, null, current)).containsExactly(other, MOBILE);
  }

  @Test
  void of_the_first_phone_and_all_phones_the_one_that_was_changed_counts() {
    List<Phone> current = List.of(DESK, MOBILE);
    List<Phone> other = List.of(MOBILE, DESK);
    Phone unchanged = Phone.of(DESK.number());

    assertThat(Phone.combined(unchanged, current, current)).isEqualTo(current);
    assertThat(Phone.combined(unchanged, other, current)).isEqualTo(other);
    assertThat(Phone.combined(unchanged, List.of(), current)).isEmpty();
    assertThat(Phone.combined(HOME, current, current)).containsExactly(HOME, MOBILE);
    assertThat(Phone.combined(MOBILE, other, current)).isEqualTo(other);
    assertThat(Phone.combined(null, other, current)).isEqualTo(other);
    assertInvalid("phone", () -> Phone.combined(HOME, other, current));
    assertInvalid("phone", () -> Phone.combined(HOME, List.of(DESK), List.of()));
  }

  private static void assertInvalid(String field, ThrowingCallable work) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(work)
        .satisfies(e -> assertThat(e.violations().getFirst().field()).isEqualTo(field));
  }
}
