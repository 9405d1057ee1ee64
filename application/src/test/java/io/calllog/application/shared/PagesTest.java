package io.calllog.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Slice.Total;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of a list, and preconditions. */
class PagesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 200})
  void a_page_has_1_to_200_items(int limit) {
    assertThat(new Paging<ByName>(limit, null, false).limit()).isEqualTo(limit);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201})
  void refuses_limits_out_of_range(int limit) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Paging<ByName>(limit, null, false));
  }

  @Test
  void the_first_page_has_50_items_and_is_not_counted() {
    assertThat(Paging.<ByName>first()).isEqualTo(new Paging<ByName>(50, null, false));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, false",
    "99999, 99999, false",
    "100000, 100000, false",
    "100001, 100000, true"
  })
  void a_total_is_exact_up_to_100_000(long found, long count, boolean lowerBound) {
    assertThat(Total.of(found)).isEqualTo(new Total(count, lowerBound));
  }

  @Test
  void an_empty_page_is_counted_if_requested() {
    assertThat(Slice.<String, ByName>empty(new Paging<>(1, null, true)))
        .isEqualTo(new Slice<>(List.of(), null, new Total(0, false)));
    assertThat(Slice.<String, ByName>empty(new Paging<>(1, null, false)).total()).isNull();
  }

  @Test
  void a_page_copies_its_items() {
    List<String> items = new ArrayList<>(List.of("a"));
    Slice<String, ByName> slice = new Slice<>(items, null, null);

    items.add("b");

    assertThat(slice.items()).containsExactly("a");
  }

  @Test
  void an_expected_version_accepts_any_of_its_versions() {
    assertThatCode(() -> ExpectedVersion.ANY.require(7)).doesNotThrowAnyException();
    assertThatCode(() -> new ExpectedVersion(Set.of(6L, 7L)).require(7)).doesNotThrowAnyException();
    assertThatExceptionOfType(VersionMismatch.class)
        .isThrownBy(() -> new ExpectedVersion(Set.of(6L, 7L)).require(8));
    assertThatExceptionOfType(VersionMismatch.class)
        .isThrownBy(() -> new ExpectedVersion(Set.of()).require(0));
  }
}
