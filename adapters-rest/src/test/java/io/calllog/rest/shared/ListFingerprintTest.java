package io.calllog.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ListFingerprintTest {

  private record Filter(@Nullable String region, Set<String> types) {}

  private record OtherFilter(@Nullable String region, Set<String> types) {}

  private enum Order {
    FIRST,
    LAST
  }

  @Test
  void is_equal_for_equal_filters_and_orders() {
    assertThat(of("calls", new Filter("EMEA", Set.of("A", "B")), Order.FIRST))
        .isEqualTo(of("calls", new Filter("EMEA", Set.of("A", "B")), Order.FIRST));
  }

  @Test
  void does_not_depend_on_the_order_of_a_set() {
    assertThat(of(new Filter(null, new LinkedHashSet<>(List.of("A", "B", "C")))))
        .isEqualTo(of(new Filter(null, new LinkedHashSet<>(List.of("C", "A", "B")))));
  }

  @Test
  void differs_when_anything_differs() {
    assertThat(
            List.of(
                of("calls", new Filter("EMEA", Set.of("A")), Order.FIRST),
                of("officers", new Filter("EMEA", Set.of("A")), Order.FIRST),
                of("calls", new OtherFilter("EMEA", Set.of("A")), Order.FIRST),
                of("calls", new Filter("APAC", Set.of("A")), Order.FIRST),
                of("calls", new Filter(null, Set.of("A")), Order.FIRST),
                of("calls", new Filter("EMEA", Set.of()), Order.FIRST),
                of("calls", new Filter("EMEA", Set.of("A")), Order.LAST)))
        .doesNotHaveDuplicates();
  }

  @Test
  void text_in_one_field_never_looks_like_another_field() {
    assertThat(of(new Filter("-", Set.of()))).isNotEqualTo(of(new Filter(null, Set.of())));
    assertThat(of(new Filter("a,types=[]", Set.of()))).isNotEqualTo(of(new Filter("a", Set.of())));
    assertThat(of(new Filter("", Set.of("A, B"))))
        .isNotEqualTo(of(new Filter("", Set.of("A", "B"))));
    assertThat(of("a", "b")).isNotEqualTo(of("a;1:b"));
  }

  /** All nodes of a system, and each of them after a restart, must agree on it. */
  @Test
  void is_the_same_in_every_jvm() {
    assertThat(of("calls", new Filter("EMEA", Set.of("A")), Order.FIRST))
        .isEqualTo(8124867414919590342L);
  }

  private static long of(Object... what) {
    return ListFingerprint.of(what);
  }
}
