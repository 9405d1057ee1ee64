package io.calllog.rest.shared.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.domain.shared.InvalidInput;
import io.calllog.rest.shared.binding.FieldType.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class QuerySourceTest {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"&", "&&"})
  void an_empty_query_has_no_parameters(@Nullable String query) {
    assertThat(new QuerySource(query).names()).isEmpty();
  }

  @Test
  void parameters_keep_their_order_and_all_their_values() {
    var source = new QuerySource("status=LEAD&q=ada&status=ACTIVE");

    assertThat(source.names()).containsExactly("status", "q");
    assertThat(source.values("status")).containsExactly("LEAD", "ACTIVE");
    assertThat(source.values("limit")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=ada+lovelace        | ada lovelace
          q=ada%20lovelace      | ada lovelace
          %71=caf%C3%A9         | café
          q=%26%3D%2B           | &=+
          q=a=b                 | a=b
          q                     | ''
          q=                    | ''
          """)
  void names_and_values_are_decoded(String query, String value) {
    assertThat(new QuerySource(query).values("q")).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"q=Jos%E9", "%E9=1", "q=%C3", "q=%C3%28", "q=%ED%A0%80", "q=%C0%AF", "q=%FF"})
  void a_parameter_that_is_not_utf_8_is_malformed(String query) {
    assertThatThrownBy(() -> new QuerySource(query))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> {
              assertThat(e.violations().getFirst().code()).isEqualTo("malformed");
              assertThat(e.violations().getFirst().message()).isEqualTo("is not UTF-8");
              assertThat(e.violations().getFirst().field())
                  .isEqualTo(query.startsWith("q=") ? "q" : "query");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%", "q=%4", "q=%zz", "%=1"})
  void a_broken_percent_encoding_is_malformed(String query) {
    assertThatThrownBy(() -> new QuerySource(query))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.violations().getFirst().code()).isEqualTo("malformed"));
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void reads_a_boolean(String text, boolean expected) {
    assertThat(read(text, Kind.BOOLEAN)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TRUE", "1", "yes"})
  void refuses_text_that_is_not_a_boolean(String text) {
    refuses(text, Kind.BOOLEAN);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "007, 7", "-12, -12", "999999999, 999999999"})
  void reads_an_integer(String text, int expected) {
    assertThat(read(text, Kind.INTEGER)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "+1", "1.0", "1e3", " 1", "0x1", "\u0661", "1234567890"})
  void refuses_text_that_is_not_an_integer_of_at_most_nine_characters(String text) {
    refuses(text, Kind.INTEGER);
  }

  @Test
  void text_is_read_unchanged() {
    assertThat(read(" true ", Kind.TEXT)).isEqualTo(" true ");
  }

  private static Object read(String text, Kind kind) {
    return new QuerySource(null).read(text, kind, "parameter");
  }

  private static void refuses(String text, Kind kind) {
    assertThatThrownBy(() -> read(text, kind)).isInstanceOf(InvalidInput.class);
  }
}
