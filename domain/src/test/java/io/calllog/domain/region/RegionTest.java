package io.calllog.domain.region;

import static io.calllog.domain.shared.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {

  private static final RegionId ID = new RegionId(new UUID(1, 1));
  private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30Z");

  @Test
  void is_created_with_its_path() {
    Region region = Region.create(ID, details("EMEA/UK"), NOW);

    assertThat(region).isEqualTo(new Region(ID, details("EMEA/UK"), NOW, NOW, 0));
    assertThat(region.path()).isEqualTo(new RegionPath("EMEA/UK"));
  }

  @Test
  void is_renamed_and_moved() {
    assertThat(region("EMEA/UK").revise(to("EMEA/GB"), List.of(), NOW))
        .isEqualTo(new Region(ID, details("EMEA/GB"), THEN, NOW, 3));
    assertThat(region("EMEA/UK").revise(to("UK"), List.of(), NOW).path().path()).isEqualTo("UK");
    assertThat(region("EMEA/UK").revise(to("EMEA"), List.of(), NOW).path().path())
        .isEqualTo("EMEA");
  }

  @Test
  void is_the_same_if_the_path_is() {
    Region region = region("EMEA/UK");

    assertThat(region.revise(to("EMEA/UK"), List.of(), NOW)).isSameAs(region);
    assertThat(region("").revise(to(""), List.of(), NOW)).isEqualTo(region(""));
  }

  @Test
  void cannot_be_moved_below_itself() {
    assertInvalid(
        "path", "below-itself", () -> region("EMEA").revise(to("EMEA/UK"), List.of(), NOW));
    assertThat(region("EMEA").revise(to("EMEA2"), List.of(), NOW).path().path()).isEqualTo("EMEA2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unassigned"})
  void the_root_and_unassigned_cannot_be_renamed(String fixed) {
    assertInvalid("path", "fixed", () -> region(fixed).revise(to("EMEA"), List.of(), NOW));
  }

  @Test
  void cannot_be_moved_if_the_path_of_a_region_below_would_be_too_long() {
    List<RegionPath> below = List.of(new RegionPath("EMEA/UK"), new RegionPath("EMEA/b/c/d/e/f"));

    assertInvalid("path", "too-long", () -> region("EMEA").revise(to("x/EMEA"), below, NOW));
    assertThat(region("EMEA").revise(to("Europe"), below, NOW).path().path()).isEqualTo("Europe");
  }

  private static Region region(String path) {
    return new Region(ID, details(path), THEN, THEN, 3);
  }

  private static RegionDetails details(String path) {
    return new RegionDetails(new RegionPath(path));
  }

  private static UnaryOperator<RegionDetails> to(String path) {
    return _ -> details(path);
  }
}
