package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {

  @Test
  void escapes_the_special_characters_of_patterns() {
    assertThat(LikePattern.literal("100%_\\ sure")).isEqualTo("100\\%\\_\\\\ sure");
    assertThat(LikePattern.containing("a%b")).isEqualTo("%a\\%b%");
  }
}
