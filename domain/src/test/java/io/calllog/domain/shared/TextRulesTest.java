package io.calllog.domain.shared;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

  private static final String EMOJI = "\uD83D\uDE00";

  @Test
  void trims_and_composes() {
    assertThat(TextRules.line("name", " \t\n Zoe\u0308 \u2003\r\n", 3)).isEqualTo("Zoë");
  }

  @Test
  void counts_characters_after_composing() {
    assertThat(TextRules.line("name", "e\u0308".repeat(10), 10)).hasSize(10);
  }

  @Test
  void counts_code_points() {
    assertThat(TextRules.line("name", EMOJI.repeat(10), 10)).isEqualTo(EMOJI.repeat(10));
    assertInvalid("name", "too-long", () -> TextRules.line("name", EMOJI.repeat(10) + "x", 10));
  }

  @Test
  void counts_characters_after_trimming() {
    assertThat(TextRules.line("name", " ".repeat(50) + "ten chars." + " ".repeat(50), 10))
        .isEqualTo("ten chars.");
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029,
        0x202F, 0x205F, 0x3000
      })
  void trims_unicode_white_space(int space) {
    String around = Character.toString(space).repeat(2);

    assertThat(TextRules.trimmed(around + "a" + around + "b" + around))
        .isEqualTo("a" + around + "b");
    assertThat(TextRules.trimmed(around)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xAD, 0x180E, 0x200B, 0x200D, 0x200E, 0x202A, 0x2060, 0xFEFF, 0x1D173})
  void trims_invisible_characters(int invisible) {
    String around = Character.toString(invisible);

    assertThat(TextRules.trimmed(" " + around + " a " + around + " ")).isEqualTo("a");
    assertThat(TextRules.line("name", around + "a" + around, 1)).isEqualTo("a");
    assertThat(TextRules.lines("comment", around + "a" + around, 1)).isEqualTo("a");
    assertThat(TextRules.identifier("id", around + "a" + around, 1)).isEqualTo("a");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x1C, 0x1F, 0x600, 0x6DD, 0x1F600})
  void trims_nothing_else(int character) {
    String text = Character.toString(character);

    assertThat(TextRules.trimmed(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "می\u200Cخواهم", // Persian: "I want"
        "क्\u200Dष", // Devanagari: a form of the letters k and s
        "\uD83D\uDC69\uD83C\uDFFD\u200D\u2695\uFE0F", // a health worker
        "\u2764\uFE0F\u200D\uD83D\uDD25", // a heart on fire
        "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "\u0600\u0661" // an Arabic sign that encloses the digit
      })
  void keeps_characters_that_scripts_and_emoji_need(String text) {
    assertThat(TextRules.line("name", text, 20)).isEqualTo(text);
    assertThat(TextRules.lines("comment", text, 20)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "An\u200Bna",
        "An\uFEFFna",
        "An\u00ADna",
        "An\u202Ena",
        "Anna\u200D\u200C",
        "An\uDB40\uDC67na",
        "An\u200D\u200Bna"
      })
  void removes_other_invisible_characters_from_a_line(String text) {
    assertThat(TextRules.line("name", text, 20)).isEqualTo("Anna");
    assertThat(TextRules.identifier("name", text, 20)).isEqualTo("Anna");
  }

  @Test
  void removes_all_invisible_characters_from_an_identifier() {
    assertThat(TextRules.identifier("id", "a\u200Db\uFE0F\u034Fc\u3164d\u115F", 20))
        .isEqualTo("abcd");
    assertThat(TextRules.identifier("id", "e\u200B\u0308", 1)).isEqualTo("ë");
  }

  @Test
  void keeps_the_marks_of_direction_inside_a_comment() {
    assertThat(TextRules.lines("comment", "שלום\u200F (a)\u200F", 20)).isEqualTo("שלום\u200F (a)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0301", "\u0316", "\u20DD", "\u093E"})
  void allows_30_combining_marks_in_a_row(String mark) {
    String most = ("x" + mark.repeat(30)).repeat(2);

    assertThat(TextRules.lines("comment", most, 100)).startsWith("x").endsWith(mark);
    for (String text : List.of("x" + mark.repeat(31), mark.repeat(4_000))) {
      assertInvalid("comment", "too-many-marks", () -> TextRules.lines("comment", text, 4_000));
      assertInvalid("name", "too-many-marks", () -> TextRules.line("name", text, 4_000));
      assertInvalid("id", "too-many-marks", () -> TextRules.identifier("id", text, 4_000));
    }
  }

  @Test
  void composes_text_that_can_become_short_enough() {
    String ofFour = "\u03B1\u0313\u0300\u0345";

    assertThat(TextRules.line("name", ofFour.repeat(10), 10)).isEqualTo("\u1F82".repeat(10));
    assertInvalid("name", "too-long", () -> TextRules.line("name", ofFour.repeat(10) + "x", 10));
  }

  /** The timeout only detects a quadratic algorithm, which would take hours. */
  @ParameterizedTest
  @MethodSource("longTexts")
  @Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
  void handles_very_long_text_quickly(String text) {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> TextRules.line("name", text, 200));
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> TextRules.lines("comment", text, 4_000));
    assertThat(TextRules.composed(text, 72)).isEqualTo(text);
    assertThat(TextRules.trimmed(text)).isEqualTo(text);
  }

  static Stream<String> longTexts() {
    return Stream.of(
        "x" + " ".repeat(1_000_000) + "y",
        "x" + "\u0301".repeat(500_000) + "\u0316".repeat(500_000),
        "x" + " \u200B".repeat(500_000) + "y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", "\t \r\n", "\u2003", "\u00A0", "\u200B\u200E"})
  void refuses_blank_text(String text) {
    assertInvalid("name", "blank", () -> TextRules.line("name", text, 10));
    assertInvalid("name", "blank", () -> TextRules.lines("name", text, 10));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x07, 0x0B, 0x0C, 0x0D, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
  void refuses_control_characters_anywhere_inside(int control) {
    String text = "a" + Character.toString(control) + "b";

    assertInvalid("name", "control-character", () -> TextRules.line("name", text, 10));
    assertInvalid("name", "control-character", () -> TextRules.lines("name", text, 10));
    assertThat(TextRules.hasControlCharacter(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xD800, 0xDBFF, 0xDC00, 0xDFFF})
  void refuses_unpaired_surrogates(int half) {
    String text = "a" + (char) half + "b";

    assertInvalid("name", "control-character", () -> TextRules.line("name", text, 10));
    assertInvalid("name", "control-character", () -> TextRules.lines("name", text, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\tb", "a\u2028b", "a\u2029b"})
  void allows_line_breaks_and_tabs_only_in_multi_line_text(String text) {
    assertInvalid("name", "control-character", () -> TextRules.line("name", text, 10));
    assertThat(TextRules.lines("comment", text, 10)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "'; DROP TABLE", "<b>", "日本", "مرحبا", EMOJI, "\uFFFD"})
  void allows_all_other_characters(String text) {
    assertThat(TextRules.line("name", text, 20)).isEqualTo(text);
    assertThat(TextRules.hasControlCharacter(text)).isFalse();
  }

  @Test
  void names_the_field_in_the_violation() {
    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> TextRules.line("company", "x".repeat(1_001), 1_000))
        .satisfies(refusal ->
            assertThat(refusal.violations())
                .containsExactly(
                    new Violation("company", "too-long", "must have at most 1,000 characters")));
  }
}
