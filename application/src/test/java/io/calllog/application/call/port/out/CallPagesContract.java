package io.calllog.application.call.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Part of {@link CallViewsContract}: order, time bounds, and pages. */
abstract class CallPagesContract extends StorageContract {

  private static final Instant YEAR_0 = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant END_OF_YEAR_9999 = Instant.parse("9999-12-31T23:59:59.999999999Z");

  @ParameterizedTest
  @EnumSource
  void orders_by_start_and_then_by_id(CallOrder order) {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    List<Call> calls = callsOfAllTimes(officer);

    assertThat(list(inRoot(), order, Paging.first()).items())
        .extracting(CallView::id)
        .containsExactlyElementsOf(ids(calls, order));
  }

  @ParameterizedTest
  @EnumSource
  void reads_the_same_list_in_pages_of_any_size_with_any_filter(CallOrder order) {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bea = keep(samples.officer("Bea", samples.below("UK/London")));
    Officer cleo = keep(samples.officer("Cleo", samples.below("UKX")));
    List<Call> calls = new ArrayList<>();
    List.of(anna, bea, cleo).forEach(officer -> calls.addAll(callsOfAllTimes(officer)));
    CallFilter everybody = of(Set.of(anna, bea, cleo), null, null);
    List<CallFilter> filters =
        List.of(
            inRoot(),
            everybody,
            of(Set.of(bea), null, null),
            of(Set.of(anna, cleo), YEAR_0, END_OF_YEAR_9999),
            of(Set.of(), Instant.parse("2015-06-01T00:00:00Z"), Samples.NOW));

    for (CallFilter filter : filters) {
      for (Visibility visibility :
          List.of(
              Visibility.EVERYTHING,
              Visibility.of(Territory.of(samples.root())),
              Visibility.of(Territory.of(RegionPath.ROOT)),
              Visibility.of(Territory.of(samples.below("UK"))),
              Visibility.ownedBy(bea.id()))) {
        List<CallId> expected =
            ids(
                calls.stream()
                    .filter(call -> visibility.covers(call.region(), call.officerId()))
                    .filter(call -> filter.admits(call.officerId()))
                    .filter(call -> isBetween(call, filter.from(), filter.to()))
                    .toList(),
                order);
        for (int limit : List.of(1, 2, 5, expected.size() + 1)) {
          assertThat(
                  walk(
                      limit,
                      (Paging<ByStart> p) ->
                          views().list(filter, order, visibility, Visibility.EVERYTHING, p)))
              .as("pages of %s through %s with %s", limit, filter, visibility)
              .extracting(CallView::id)
              .containsExactlyElementsOf(expected);
        }
      }
    }
  }

  @Test
  void includes_the_start_and_excludes_the_end_of_a_range() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call call = keep(samples.call(officer, Samples.NOW));
    Instant start = call.facts().startedAt();

    assertThat(between(start, null)).containsExactly(call.id());
    assertThat(between(start.plusMillis(1), null)).isEmpty();
    assertThat(between(null, start)).isEmpty();
    assertThat(between(null, start.plusMillis(1))).containsExactly(call.id());
    assertThat(between(start, start)).isEmpty();
    assertThat(between(start.plusMillis(1), start)).isEmpty();
  }

  @Test
  void supports_bounds_finer_than_a_millisecond() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call call = keep(samples.call(officer, Samples.NOW));
    Instant start = call.facts().startedAt();

    for (long nanos : List.of(1L, 499L, 500L, 999_999L)) {
      assertThat(between(start.plusNanos(nanos), null)).isEmpty();
      assertThat(between(start.minusNanos(nanos), null)).containsExactly(call.id());
      assertThat(between(null, start.plusNanos(nanos))).containsExactly(call.id());
      assertThat(between(null, start.minusNanos(nanos))).isEmpty();
    }
  }

  @Test
  void supports_bounds_in_any_year() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    Call call = keep(samples.call(officer, Samples.NOW));
    Instant before1970 = Instant.parse("1969-12-31T23:59:59.999Z");

    assertThat(between(YEAR_0, END_OF_YEAR_9999)).containsExactly(call.id());
    assertThat(between(before1970, null)).containsExactly(call.id());
    assertThat(between(null, before1970)).isEmpty();
    assertThat(between(null, YEAR_0)).isEmpty();
    assertThat(between(END_OF_YEAR_9999, null)).isEmpty();
    assertThat(between(END_OF_YEAR_9999, YEAR_0)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void finds_calls_by_start_even_if_the_time_in_the_id_differs(CallOrder order) {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    for (Instant start : List.of(Call.EARLIEST_START, Samples.NOW)) {
      List<Call> calls = new ArrayList<>();
      for (Duration shift :
          List.of(Call.ID_TOLERANCE.negated(), Duration.ZERO, Call.ID_TOLERANCE)) {
        CallId id = new CallId(samples.id(start.plus(shift)));
        calls.add(keep(samples.call(id, officer, samples.facts(null, start))));
      }

      assertThat(
              list(of(Set.of(officer), start, start.plusMillis(1)), order, Paging.first()).items())
          .extracting(CallView::id)
          .containsExactlyElementsOf(ids(calls, order));
    }
  }

  @Test
  void has_no_cursor_after_a_full_last_page() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    for (int day = 0; day < 3; day++) {
      keep(samples.call(officer, Samples.NOW.minus(Duration.ofDays(200L * day))));
    }

    assertThat(latest(new Paging<>(3, null, false)).next()).isNull();
    assertThat(latest(new Paging<>(3, null, false)).total()).isNull();
    assertThat(latest(new Paging<>(2, null, false)).next()).isNotNull();
    assertThat(latest(new Paging<>(2, null, true)).total()).isEqualTo(new Total(3, false));
  }

  @ParameterizedTest
  @EnumSource
  void neither_repeats_nor_skips_calls_if_some_are_added_or_deleted_between_pages(CallOrder order) {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    List<Call> calls = new ArrayList<>();
    for (int hour = 0; hour < 6; hour++) {
      calls.add(keep(samples.call(officer, Samples.NOW.plus(Duration.ofHours(hour)))));
    }
    List<CallId> before = ids(calls, order);
    Slice<CallView, ByStart> first = list(inRoot(), order, new Paging<>(3, null, true));
    assertThat(first.items()).extracting(CallView::id).isEqualTo(before.subList(0, 3));

    Call seen = find(calls, before.get(2));
    doInTransaction(() -> storage().calls().remove(seen, Samples.NOW));
    keep(samples.call(officer, find(calls, before.getFirst()).facts().startedAt()));
    Call tie = keep(samples.call(officer, find(calls, before.get(3)).facts().startedAt()));

    Slice<CallView, ByStart> second = list(inRoot(), order, new Paging<>(10, first.next(), true));
    List<Call> expected = new ArrayList<>(List.of(tie));
    before.subList(3, 6).forEach(id -> expected.add(find(calls, id)));
    assertThat(second.items())
        .extracting(CallView::id)
        .containsExactlyElementsOf(ids(expected, order));
    assertThat(second.total()).isEqualTo(new Total(7, false));
  }

  final CallViews views() {
    return storage().callViews();
  }

  final CallFilter inRoot() {
    return of(Set.of(), null, null);
  }

  private CallFilter of(Set<Officer> officers, @Nullable Instant from, @Nullable Instant to) {
    var ids = officers.stream().map(Officer::id).collect(Collectors.toSet());
    return new CallFilter(
        ids, Set.of(), Set.of(), Set.of(), samples.root(), from, to, null, null, null);
  }

  private Slice<CallView, ByStart> list(
      CallFilter filter, CallOrder order, Paging<ByStart> paging) {
    return views().list(filter, order, Visibility.EVERYTHING, Visibility.EVERYTHING, paging);
  }

  private Slice<CallView, ByStart> latest(Paging<ByStart> paging) {
    return list(inRoot(), CallOrder.LATEST_FIRST, paging);
  }

  /** Returns the calls of this test in the range, which both orders must agree on. */
  private Set<CallId> between(@Nullable Instant from, @Nullable Instant to) {
    CallFilter filter = of(Set.of(), from, to);
    List<CallView> latest = list(filter, CallOrder.LATEST_FIRST, Paging.first()).items();
    List<CallView> earliest = list(filter, CallOrder.EARLIEST_FIRST, Paging.first()).items();
    assertThat(latest.reversed()).isEqualTo(earliest);
    var counted = new Paging<ByStart>(1, null, true);
    assertThat(list(filter, CallOrder.LATEST_FIRST, counted).total())
        .isEqualTo(Slice.Total.of(latest.size()));
    return Set.copyOf(latest.stream().map(CallView::id).toList());
  }

  /** Adds calls with gaps from milliseconds to years, and several with the same start. */
  private List<Call> callsOfAllTimes(Officer officer) {
    List<Call> calls = new ArrayList<>();
    for (String text :
        List.of(
            "2000-01-01T00:00:00.000Z",
            "2015-05-31T23:59:59.999Z",
            "2015-06-01T00:00:00.000Z",
            "2025-12-10T09:15:30.123Z",
            "2026-03-09T09:15:30.123Z",
            "2026-03-10T09:15:30.122Z",
            "2026-03-10T09:15:30.123Z",
            "2026-03-10T09:20:30.123Z")) {
      calls.add(keep(samples.call(officer, Instant.parse(text))));
    }
    Instant together = Instant.parse("2026-01-31T23:59:59.999Z");
    for (int hours : List.of(24, -24, 0, 1, -1)) {
      CallId id = new CallId(samples.id(together.plus(Duration.ofHours(hours))));
      calls.add(keep(samples.call(id, officer, samples.facts(null, together))));
    }
    return calls;
  }

  private static List<CallId> ids(List<Call> calls, CallOrder order) {
    Comparator<Call> byStart =
        Comparator.comparing((Call call) -> call.facts().startedAt())
            .thenComparing(call -> call.id().toString());
    return calls.stream()
        .sorted(order == CallOrder.LATEST_FIRST ? byStart.reversed() : byStart)
        .map(Call::id)
        .toList();
  }

  private static Call find(List<Call> calls, CallId id) {
    return calls.stream().filter(call -> call.id().equals(id)).findAny().orElseThrow();
  }

  private static boolean isBetween(Call call, @Nullable Instant from, @Nullable Instant to) {
    Instant start = call.facts().startedAt();
    return (from == null || !start.isBefore(from)) && (to == null || start.isBefore(to));
  }
}
