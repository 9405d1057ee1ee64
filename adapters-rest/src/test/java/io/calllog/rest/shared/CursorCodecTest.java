package io.calllog.rest.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.shared.Cursor;
import io.calllog.application.shared.Cursor.ByChange;
import io.calllog.application.shared.Cursor.ByLastCall;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Cursor.ChangePosition;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {

  private static final String LIST = "1b2c";
  private static final String OTHER_LIST = "1b2d";
  private static final UUID ID = UUID.fromString("0197f000-0000-7000-8000-00000000000a");

  static Stream<Cursor> cursors() {
    return Stream.of(
        new ByStart(Instant.parse("2026-03-10T09:15:30.123456789Z"), ID),
        new ByTime(Instant.parse("1969-12-31T23:59:59.999Z"), ID),
        new ByName("ada", ID),
        new ByName("", ID),
        new ByLastCall(null, ID),
        new ByLastCall(Instant.parse("2026-03-10T12:00:00Z"), ID),
        new ByPath(""),
        new ByPath("EMEA/Köln"),
        new ByChange("1a", Instant.EPOCH, 7, 9, new ChangePosition(8, 3, ID)),
        new ByName("zoë \uD83D\uDE00", ID));
  }

  @ParameterizedTest
  @MethodSource("cursors")
  void reads_what_it_writes(Cursor cursor) {
    assertThat(CursorCodec.read(CursorCodec.write(cursor, LIST), LIST)).contains(cursor);
  }

  @ParameterizedTest
  @MethodSource("cursors")
  void writes_text_that_needs_no_encoding_in_a_query(Cursor cursor) {
    assertThat(CursorCodec.write(cursor, LIST)).matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @MethodSource("cursors")
  void refuses_a_cursor_of_another_list(Cursor cursor) {
    assertThat(CursorCodec.read(CursorCodec.write(cursor, LIST), OTHER_LIST)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("cursors")
  void refuses_a_truncated_or_extended_cursor(Cursor cursor) {
    String text = CursorCodec.write(cursor, LIST);

    assertThat(CursorCodec.read(text.substring(4), LIST)).isEmpty();
    assertThat(CursorCodec.read(text.substring(0, text.length() - 4), LIST)).isEmpty();
    assertThat(CursorCodec.read(text + "AAAA", LIST)).isEmpty();
    assertThat(CursorCodec.read(text + "=", LIST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "next", "%20", "AAAAAAAAAAAA", "\u00e9"})
  void refuses_text_that_is_not_a_cursor(String text) {
    assertThat(CursorCodec.read(text, LIST)).isEmpty();
  }

  @Test
  void refuses_a_time_outside_of_years_0_to_9999() {
    var late = new ByStart(Instant.parse("+10000-01-01T00:00:00Z"), ID);
    var early = new ByTime(Instant.MIN, ID);

    assertThat(CursorCodec.read(CursorCodec.write(late, LIST), LIST)).isEmpty();
    assertThat(CursorCodec.read(CursorCodec.write(early, LIST), LIST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 5, 99_999})
  void refuses_an_unknown_kind_of_change(int kind) {
    var cursor = new ByChange("1a", Instant.EPOCH, 7, 9, new ChangePosition(8, kind, ID));

    assertThat(CursorCodec.read(CursorCodec.write(cursor, LIST), LIST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "a//b", "a\nb", "a|b", " a"})
  void refuses_a_path_of_no_region(String path) {
    String text = CursorCodec.write(new ByPath(path), LIST);

    assertThat(CursorCodec.read(text, LIST)).isEmpty();
  }

  @Test
  void refuses_a_name_with_a_control_character() {
    String text = CursorCodec.write(new ByName("a\nb", ID), LIST);

    assertThat(CursorCodec.read(text, LIST)).isEmpty();
  }
}
