package io.calllog.application.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void truncates_the_user_agent_and_removes_control_characters() {
    assertThat(userAgent("curl/8.5")).isEqualTo("curl/8.5");
    assertThat(userAgent(" a\r\nb\u0000\u007f ")).isEqualTo("a  b");
    assertThat(userAgent("iPhone Xʀ")).isEqualTo("iPhone Xʀ");
    assertThat(userAgent("a\u0080b\u009Fc\u202Ed\u2028\uFEFF")).isEqualTo("a b c d");
    assertThat(userAgent("\n \t")).isNull();
    assertThat(userAgent("x".repeat(1_000))).hasSize(300);
    assertThat(userAgent("\uD83D\uDE00".repeat(1_000))).isEqualTo("\uD83D\uDE00".repeat(300));
  }

  private static @Nullable String userAgent(String said) {
    return new Origin("203.0.113.7", said).userAgent();
  }
}
