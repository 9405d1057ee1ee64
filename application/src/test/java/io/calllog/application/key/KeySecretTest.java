package io.calllog.application.key;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySecretTest {

  private static final String RANDOM = "Qx3vT8m2Lr0aZk5Wb9YcHs7NdJf4GpEu1Vi6Oo_Xq-A";
  private static final String KEY = "clk_" + RANDOM + "wiFMJA";

  /** The checksum was computed with {@code zlib.crc32} of Python. */
  @Test
  void ends_with_a_checksum() {
    assertThat(KeySecret.of(RANDOM).value()).isEqualTo(KEY);
    assertThat(KeySecret.of(RANDOM).prefix()).isEqualTo("clk_Qx3v");
  }

  @Test
  void is_read_and_hashed() {
    KeySecret read = KeySecret.parse(KEY).orElseThrow();

    assertThat(read).isEqualTo(KeySecret.of(RANDOM));
    assertThat(read.hash()).matches("[0-9a-f]{64}");
    assertThat(read).hasToString("KeySecret[hidden]");
  }

  @Test
  void a_change_of_any_character_is_noticed() {
    for (int i = 0; i < KEY.length(); i++) {
      char changed = KEY.charAt(i) == 'x' ? 'y' : 'x';
      String damaged = KEY.substring(0, i) + changed + KEY.substring(i + 1);

      assertThat(KeySecret.parse(damaged)).as(damaged).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "clk_",
        RANDOM,
        KEY + " ",
        " " + KEY,
        KEY + "\n",
        KEY + KEY,
        "CLK_" + RANDOM + "wiFMJA",
        "clk_" + RANDOM,
        "clk_" + RANDOM + "wiFMJA="
      })
  void other_texts_are_no_keys(String text) {
    assertThat(KeySecret.parse(text)).isEmpty();
  }
}
