package io.calllog.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

  @Test
  void escapes_the_special_characters_of_patterns() {
    assertThat(SearchText.literal("100%_\\ sure")).isEqualTo("100\\%\\_\\\\ sure");
    assertThat(SearchText.containing("a%b")).isEqualTo("%a\\%b%");
  }
}
