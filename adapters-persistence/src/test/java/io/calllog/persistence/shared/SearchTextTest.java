package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void takes_the_signs_of_patterns_for_themselves() {
    assertThat(SearchText.literal("100%_\\ sure")).isEqualTo("100\\%\\_\\\\ sure");
    assertThat(SearchText.containing("a%b")).isEqualTo("%a\\%b%");
  }
}
