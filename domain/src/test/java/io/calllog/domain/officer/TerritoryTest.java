package io.calllog.domain.officer;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.shared.RegionPath;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TerritoryTest {

  @Test
  void contains_its_regions_and_those_below() {
    Territory territory = of("EMEA/UK", "APAC");

    assertThat(territory.contains(new RegionPath("EMEA/UK"))).isTrue();
    assertThat(territory.contains(new RegionPath("APAC/JP"))).isTrue();
    assertThat(territory.contains(new RegionPath("EMEA"))).isFalse();
    assertThat(territory.contains(RegionPath.ROOT)).isFalse();
    assertThat(Territory.NONE.contains(RegionPath.ROOT)).isFalse();
  }

  @Test
  void territories_with_the_same_regions_are_equal() {
    assertThat(of("EMEA/UK", "APAC")).isEqualTo(of("APAC", "EMEA/UK", "APAC"));
    assertThat(of("EMEA", "EMEA/UK", "EMEA/UK/London")).isEqualTo(of("EMEA"));
    assertThat(of("EMEA", "EMEA2")).isNotEqualTo(of("EMEA"));
    assertThat(of("", "EMEA", "unassigned")).isEqualTo(of(""));
  }

  @Test
  void the_region_of_new_accounts_is_not_part_of_it() {
    assertThat(of("unassigned").isEmpty()).isTrue();
    assertThat(of("unassigned", "EMEA")).isEqualTo(of("EMEA"));
    assertThat(of("unassigned/x").isEmpty()).isFalse();
    assertThat(of("unassigned", "unassigned/x")).isEqualTo(of("unassigned/x"));
  }

  private static Territory of(String... paths) {
    return Territory.of(Stream.of(paths).map(RegionPath::new).toArray(RegionPath[]::new));
  }
}
