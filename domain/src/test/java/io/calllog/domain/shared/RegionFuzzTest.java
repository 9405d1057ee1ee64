package io.calllog.domain.shared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

class RegionFuzzTest {

  @FuzzTest(maxDuration = "3m")
  void takes_a_region_or_refuses_it_and_takes_what_it_made_of_it_again(byte[] text) {
    RegionPath region;
    try {
      region = new RegionPath(new String(text, UTF_8));
    } catch (InvalidInput refusal) {
      assertThat(refusal.violations()).hasSize(1);
      assertThat(refusal.violations().getFirst().field()).isEqualTo("region");
      return;
    }
    assertThat(new RegionPath(region.path())).isEqualTo(region);
    assertThat(region.path().codePointCount(0, region.path().length()))
        .isLessThanOrEqualTo(RegionPath.MAX_LENGTH);
    assertThat(TextRules.hasControlCharacter(region.path())).isFalse();
    assertThat(region.contains(region)).isTrue();
    assertThat(RegionPath.ROOT.contains(region)).isTrue();
    assertThat(region.contains(RegionPath.ROOT)).isEqualTo(region.isRoot());
  }
}
