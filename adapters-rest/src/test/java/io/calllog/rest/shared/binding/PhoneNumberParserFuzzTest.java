package io.calllog.rest.shared.binding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.PhoneNumber;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

class PhoneNumberParserFuzzTest {

  private final PhoneNumberParser worldwide = parser(null);
  private final PhoneNumberParser british = parser("GB");
  private final PhoneNumberParser american = parser("US");

  @FuzzTest(maxDuration = "3m")
  void an_accepted_number_is_accepted_again_in_its_result(byte[] typed) {
    String text = new String(typed, UTF_8);
    Stream.of(worldwide, british, american).forEach(parser -> check(parser, text));
  }

  private void check(PhoneNumberParser parser, String typed) {
    PhoneNumber number;
    try {
      number = parser.parse(typed);
    } catch (InvalidInput refusal) {
      assertThat(refusal.violations()).hasSize(1);
      assertThat(refusal.violations().getFirst().field()).isEqualTo("phone");
      return;
    }
    assertThat(parser.parse(number.value())).isEqualTo(number);
    assertThat(worldwide.parse(number.value())).isEqualTo(number);
  }

  private static PhoneNumberParser parser(@Nullable String defaultRegion) {
    return new PhoneNumberParser(defaultRegion);
  }
}
