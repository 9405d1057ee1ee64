package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallOrder;
import io.calllog.application.shared.Cursor.ByStart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallWindowsTest {

  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");

  @Test
  void grow_backwards_from_an_open_end() {
    assertThat(windows(null, null, CallOrder.LATEST_FIRST))
        .containsExactly(
            new CallWindow(Instant.parse("2026-02-02T00:00:00Z"), null),
            new CallWindow(Instant.parse("2025-10-02T00:00:00Z"), null),
            new CallWindow(Instant.parse("2022-05-02T00:00:00Z"), null),
            new CallWindow(null, null));
  }

  @Test
  void grow_forwards_from_the_earliest_start() {
    assertThat(windows(null, null, CallOrder.EARLIEST_FIRST))
        .containsExactly(
            new CallWindow(null, Instant.parse("2000-01-31T00:00:00Z")),
            new CallWindow(null, Instant.parse("2000-05-31T00:00:00Z")),
            new CallWindow(null, Instant.parse("2003-10-31T00:00:00Z")),
            new CallWindow(null, null));
  }

  @ParameterizedTest
  @EnumSource
  void consist_of_one_window_for_a_short_range(CallOrder order) {
    Instant from = NOW.minus(Duration.ofDays(40));
    Instant to = NOW.minus(Duration.ofDays(30));

    assertThat(windows(from, to, order)).containsExactly(new CallWindow(from, to));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 2026-03-10T00:00:00Z",
        "-, 9999-12-31T23:59:59.999Z",
        "-, 1970-01-01T00:00:00Z",
        "-, 2000-01-01T00:00:00Z",
        "2020-06-01T00:00:00Z, -",
        "9999-01-01T00:00:00Z, -",
        "1970-01-01T00:00:00Z, -",
        "2020-06-01T00:00:00Z, 2026-06-01T00:00:00Z",
        "1971-06-01T00:00:00Z, 9998-06-01T00:00:00Z",
        "2026-06-01T00:00:00Z, 2020-06-01T00:00:00Z",
      })
  void grow_to_any_range_in_few_windows(@Nullable Instant from, @Nullable Instant to) {
    List<CallWindow> forward = windows(from, to, CallOrder.EARLIEST_FIRST);
    List<CallWindow> backward = windows(from, to, CallOrder.LATEST_FIRST);

    for (List<CallWindow> windows : List.of(forward, backward)) {
      assertThat(windows).hasSizeBetween(1, 4).doesNotHaveDuplicates();
      assertThat(windows.getLast()).isEqualTo(new CallWindow(from, to));
    }
    assertThat(forward).extracting(CallWindow::from).containsOnly(from);
    assertThat(forward.subList(0, forward.size() - 1)).extracting(CallWindow::to).isSorted();
    assertThat(backward).extracting(CallWindow::to).containsOnly(to);
    assertThat(backward.reversed().subList(1, backward.size()))
        .extracting(CallWindow::from)
        .isSorted();
  }

  @Test
  void have_bounds_in_the_precision_of_the_database() {
    var all = new CallWindow(Instant.MIN, Instant.MAX);
    var fine =
        new CallWindow(
            Instant.parse("2026-03-10T09:15:30.123000001Z"),
            Instant.parse("2026-03-10T09:15:30.123456000Z"));

    assertThat(all.from()).isEqualTo("1969-12-30T23:59:59.999Z");
    assertThat(all.to()).isEqualTo("9999-12-31T23:59:59.999Z");
    assertThat(fine.from()).isEqualTo("2026-03-10T09:15:30.123001Z");
    assertThat(fine.to()).isEqualTo("2026-03-10T09:15:30.123456Z");
  }

  @Test
  void continue_at_the_start_of_the_last_call() {
    var seen = new ByStart(NOW, new UUID(0, 0));
    var before = new CallWindow(null, NOW.minusSeconds(1));
    var later = new CallWindow(NOW.plusSeconds(1), null);
    var open = new CallWindow(null, null);

    assertThat(open.after(seen, CallOrder.LATEST_FIRST))
        .isEqualTo(new CallWindow(null, NOW.plusNanos(1_000)));
    assertThat(open.after(seen, CallOrder.EARLIEST_FIRST)).isEqualTo(new CallWindow(NOW, null));
    assertThat(before.after(seen, CallOrder.LATEST_FIRST)).isEqualTo(before);
    assertThat(later.after(seen, CallOrder.EARLIEST_FIRST)).isEqualTo(later);
    assertThat(open.after(null, CallOrder.LATEST_FIRST)).isEqualTo(open);
  }

  private static List<CallWindow> windows(
      @Nullable Instant from, @Nullable Instant to, CallOrder order) {
    List<CallWindow> windows = new ArrayList<>();
    new CallWindows(new CallWindow(from, to), order, NOW).forEachRemaining(windows::add);
    return windows;
  }
}
