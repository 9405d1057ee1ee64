package io.calllog.domain.shared;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMEA",
        "EMEA/UK/London",
        "1/2/3/4/5/6",
        "Österreich/Süd",
        "日本/東京",
        "North-West_2.b/x y",
        "unassigned",
        "-",
        "."
      })
  void accepts_one_to_six_segments(String path) {
    assertThat(new Region(path).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/EMEA",
        "EMEA/",
        "EMEA//UK",
        "1/2/3/4/5/6/7",
        "EMEA\\UK",
        "EMEA,UK",
        "EMEA%",
        "A&B",
        "A'B",
        "A\"B",
        "A:B",
        "A*",
        "\uD83D\uDE00"
      })
  void refuses_other_paths(String path) {
    assertInvalid("region", "malformed", () -> new Region(path));
  }

  @Test
  void a_segment_has_at_most_40_characters_and_a_path_at_most_200() {
    String forty = "x".repeat(40);

    assertThat(new Region(forty + "/" + forty).path()).hasSize(81);
    assertInvalid("region", "malformed", () -> new Region(forty + "x"));
    assertInvalid("region", "malformed", () -> new Region("EMEA/" + forty + "x"));
    assertThat(new Region((forty + "/").repeat(4) + "x".repeat(36)).path()).hasSize(200);
    assertInvalid("region", "too-long", () -> new Region((forty + "/").repeat(4) + "x".repeat(37)));
  }

  @Test
  void refuses_control_characters() {
    assertInvalid("region", "control-character", () -> new Region("EMEA\u0000"));
    assertInvalid("region", "control-character", () -> new Region("EMEA/\nUK"));
  }

  @Test
  void is_trimmed_and_composed() {
    assertThat(new Region(" EMEA/Su\u0308d\n")).isEqualTo(new Region("EMEA/Süd"));
  }

  @Test
  void the_empty_path_is_the_root() {
    assertThat(new Region("")).isEqualTo(Region.ROOT);
    assertThat(Region.ROOT.isRoot()).isTrue();
    assertThat(Region.ROOT.isTerritory()).isTrue();
    assertThat(new Region("EMEA").isRoot()).isFalse();
  }

  @Test
  void unassigned_is_no_territory() {
    assertThat(Region.UNASSIGNED.path()).isEqualTo("unassigned");
    assertThat(Region.UNASSIGNED.isTerritory()).isFalse();
    assertThat(new Region("Unassigned").isTerritory()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          EMEA/UK,    EMEA/UK,            true
          EMEA/UK,    EMEA/UK/London,     true
          EMEA/UK,    EMEA/UK/London/X,   true
          EMEA/UK,    EMEA,               false
          EMEA/UK,    EMEA/UKX,           false
          EMEA/UK,    EMEA/UKX/London,    false
          EMEA/UK,    EMEA/UK-North,      false
          EMEA/UK,    EMEA/UK.old,        false
          EMEA/UK,    EMEA/UK0,           false
          EMEA/UK,    EMEA/UK 2,          false
          EMEA/UK,    EMEA/uk,            false
          EMEA/UK,    EMEA/DE,            false
          EMEA/UK,    X/EMEA/UK,          false
          EMEA/UK,    "",                 false
          EMEA/UK,    unassigned,         false
          "",         "",                 true
          "",         EMEA,               true
          "",         EMEA/UK/London,     true
          "",         unassigned,         true
          """)
  void contains_itself_and_regions_below(String top, String other, boolean contained) {
    assertThat(new Region(top).contains(new Region(other))).isEqualTo(contained);
  }
}
