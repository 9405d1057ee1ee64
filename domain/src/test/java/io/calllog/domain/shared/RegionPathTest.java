package io.calllog.domain.shared;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMEA",
        "EMEA/UK/London",
        "1/2/3/4/5/6",
        "Österreich/Süd",
        "日本/東京",
        "North-West_2.b/x y",
        "EMEA/Côte d'Ivoire",
        "EMEA/Côte d’Ivoire",
        "US/Washington, D.C.",
        "EMEA/Bosnia & Herzegovina",
        "UK/(North)",
        "FR/Île–de–France",
        "ES/Vilanova i la Geltrú·2",
        "EMEA+APAC #1/Westward Ho!",
        "भारत/मुंबई",
        "unassigned",
        "-",
        "."
      })
  void accepts_one_to_six_segments(String path) {
    assertThat(new RegionPath(path).path()).isEqualTo(path);
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
        "EMEA%",
        "A;B",
        "A<B",
        "A|B",
        " / ",
        "EMEA/ /UK",
        "A\"B",
        "A:B",
        "A*",
        "\uD83D\uDE00"
      })
  void refuses_other_paths(String path) {
    assertInvalid("region", "malformed", () -> new RegionPath(path));
  }

  @Test
  void a_segment_has_at_most_40_characters_and_a_path_at_most_200() {
    String forty = "x".repeat(40);

    assertThat(new RegionPath(forty + "/" + forty).path()).hasSize(81);
    assertInvalid("region", "malformed", () -> new RegionPath(forty + "x"));
    assertInvalid("region", "malformed", () -> new RegionPath("EMEA/" + forty + "x"));
    assertThat(new RegionPath((forty + "/").repeat(4) + "x".repeat(36)).path()).hasSize(200);
    assertInvalid(
        "region", "too-long", () -> new RegionPath((forty + "/").repeat(4) + "x".repeat(37)));
  }

  @Test
  void refuses_control_characters() {
    assertInvalid("region", "control-character", () -> new RegionPath("EMEA\u0000"));
    assertInvalid("region", "control-character", () -> new RegionPath("EMEA/\nUK"));
  }

  @Test
  void is_trimmed_and_composed() {
    assertThat(new RegionPath(" EMEA/Su\u0308d\n")).isEqualTo(new RegionPath("EMEA/Süd"));
    assertThat(new RegionPath("EMEA /\u00A0UK/ New\u00A0 York").path())
        .isEqualTo("EMEA/UK/New York");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200BEMEA/UK",
        "EMEA\u200B/UK",
        "EMEA/U\uFEFFK",
        "EMEA/UK\u200D",
        "EMEA \u200E /UK",
        "EMEA/UK\uFE0F",
        "EMEA/\u202AUK\u202C"
      })
  void has_no_invisible_characters(String path) {
    assertThat(new RegionPath(path).path()).isEqualTo("EMEA/UK");
  }

  @Test
  void the_key_has_no_case_and_no_spaces() {
    assertThat(new RegionPath("DE/Große Straße").key())
        .isEqualTo(new RegionPath("de/GROSSESTRASSE").key());
    assertThat(new RegionPath("DE/Köln").key()).isNotEqualTo(new RegionPath("DE/Koln").key());
    assertThat(RegionPath.ROOT.key()).isEmpty();
  }

  @Test
  void the_empty_path_is_the_root() {
    assertThat(new RegionPath("")).isEqualTo(RegionPath.ROOT);
    assertThat(RegionPath.ROOT.isRoot()).isTrue();
    assertThat(RegionPath.ROOT.isTerritory()).isTrue();
    assertThat(new RegionPath("EMEA").isRoot()).isFalse();
  }

  @Test
  void unassigned_is_no_territory() {
    assertThat(RegionPath.UNASSIGNED.path()).isEqualTo("unassigned");
    assertThat(RegionPath.UNASSIGNED.isTerritory()).isFalse();
    assertThat(new RegionPath("Unassigned").isTerritory()).isTrue();
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
    assertThat(new RegionPath(top).contains(new RegionPath(other))).isEqualTo(contained);
  }

  @Test
  void the_root_and_unassigned_are_fixed() {
    assertThat(RegionPath.ROOT.isFixed()).isTrue();
    assertThat(RegionPath.UNASSIGNED.isFixed()).isTrue();
    assertThat(new RegionPath("EMEA").isFixed()).isFalse();
  }

  @Test
  void ancestors_start_at_the_top_and_do_not_include_the_root() {
    assertThat(new RegionPath("EMEA/UK/London").ancestors())
        .extracting(RegionPath::path)
        .containsExactly("EMEA", "EMEA/UK");
    assertThat(new RegionPath("EMEA").ancestors()).isEmpty();
    assertThat(RegionPath.ROOT.ancestors()).isEmpty();
  }

  @Test
  void moves_with_a_region_that_contains_it() {
    RegionPath from = new RegionPath("EMEA/UK");
    RegionPath to = new RegionPath("Europe");

    assertThat(from.moved(from, to)).isEqualTo(to);
    assertThat(new RegionPath("EMEA/UK/London").moved(from, to).path()).isEqualTo("Europe/London");
    assertThat(new RegionPath("EMEA/UK/London").moved(from, RegionPath.ROOT).path())
        .isEqualTo("London");
  }

  @Test
  void cannot_be_moved_deeper_than_a_path_may_be() {
    RegionPath region = new RegionPath("a/b/c/d/e/f");

    assertThatExceptionOfType(InvalidInput.class)
        .isThrownBy(() -> region.moved(new RegionPath("a"), new RegionPath("x/y")));
  }
}
