package io.calllog.application.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLifetimesTest {

  @Test
  void a_grace_of_zero_is_possible() {
    assertThat(new TokenLifetimes(Duration.ofMinutes(15), Duration.ofDays(30), Duration.ZERO))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, P30D, PT10M, access token",
    "PT15M, PT15M, PT10M, longer",
    "PT15M, P30D, PT-1S, negative",
    "PT15M, P30D, P30D, shorter",
  })
  void refuses_lifetimes_out_of_range(
      Duration access, Duration refresh, Duration grace, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TokenLifetimes(access, refresh, grace))
        .withMessageContaining(message);
  }
}
