package io.calllog.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeTest {

  @Test
  void keeps_what_is_there() {
    assertThat(Change.<String>keep().applyTo("now")).isEqualTo("now");
    assertThat(Change.<@Nullable String>keep().applyTo(null)).isNull();
  }

  @Test
  void sets_a_new_value() {
    assertThat(Change.to("new").applyTo("now")).isEqualTo("new");
    assertThat(Change.<@Nullable String>to("new").applyTo(null)).isEqualTo("new");
  }

  @Test
  void tells_setting_to_nothing_from_keeping() {
    assertThat(Change.<@Nullable String>to(null).applyTo("now")).isNull();
    assertThat(Change.<@Nullable String>to(null)).isNotEqualTo(Change.<@Nullable String>keep());
  }
}
