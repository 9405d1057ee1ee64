package io.calllog.persistence.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.Storage;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.OnPostgres;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.ExportReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Lists of calls whose starts and ids are at the boundaries of windows. */
@OnPostgres
class JdbcCallWindowsIT extends StorageContract {

  private static final Instant NOW = Instant.parse("2026-03-10T09:15:30.123Z");

  private final Storage storage;
  private final TransactionOperations transactions;
  private final JdbcCallViews views;

  JdbcCallWindowsIT(
      Storage storage,
      TransactionOperations transactions,
      JdbcClient database,
      ExportReader exports,
      RegionTree regions,
      PolledRetention retention) {
    this.storage = storage;
    this.transactions = transactions;
    this.views = new JdbcCallViews(database, exports, regions, retention, InstantSource.fixed(NOW));
  }

  @Override
  protected Storage storage() {
    return storage;
  }

  @Override
  protected <T> T inTransaction(Supplier<T> work) {
    return transactions.execute(_ -> work.get());
  }

  @ParameterizedTest
  @EnumSource
  void lists_each_call_once_at_the_boundaries_of_windows(CallOrder order) {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bea = keep(samples.officer("Bea", samples.below("UK/London")));
    List<Call> calls = new ArrayList<>();
    for (CallOrder walked : CallOrder.values()) {
      for (Instant edge : edges(walked)) {
        calls.addAll(callsAround(edge, anna));
        calls.addAll(callsAround(edge, bea));
      }
    }
    assertThat(calls).hasSize(6 * 2 * 3 * 3);

    CallFilter both =
        new CallFilter(
            Set.of(anna.id(), bea.id()),
            Set.of(),
            Set.of(),
            Set.of(),
            null,
            null,
            null,
            null,
            null,
            null);
    List<CallId> expected = ordered(calls, order);
    for (int limit : List.of(1, 4, 50, expected.size())) {
      assertThat(
              walk(
                  limit, (Paging<ByStart> p) -> views.list(both, order, EVERYTHING, EVERYTHING, p)))
          .extracting(CallView::id)
          .containsExactlyElementsOf(expected);
    }
    var territory = Visibility.of(Territory.of(samples.root()));
    assertThat(
            walk(
                9,
                (Paging<ByStart> p) -> views.list(CallFilter.ALL, order, territory, EVERYTHING, p)))
        .extracting(CallView::id)
        .containsExactlyElementsOf(expected);
  }

  private static final Visibility EVERYTHING = Visibility.EVERYTHING;

  private static List<Instant> edges(CallOrder order) {
    List<@Nullable Instant> edges = new ArrayList<>();
    new CallWindows(new CallWindow(null, null), order, NOW)
        .forEachRemaining(
            window -> edges.add(order == CallOrder.LATEST_FIRST ? window.from() : window.to()));
    return edges.subList(0, edges.size() - 1).stream()
        .<Instant>mapMulti((edge, known) -> {
          if (edge != null) {
            known.accept(edge);
          }
        })
        .toList();
  }

  private List<Call> callsAround(Instant edge, Officer officer) {
    List<Call> calls = new ArrayList<>();
    for (int millis : List.of(-1, 0, 1)) {
      for (int hours : List.of(-24, 0, 24)) {
        Instant start = edge.plusMillis(millis);
        CallId id = new CallId(samples.id(start.plus(Duration.ofHours(hours))));
        calls.add(keep(samples.call(id, officer, samples.facts(null, start))));
      }
    }
    return calls;
  }

  private static List<CallId> ordered(List<Call> calls, CallOrder order) {
    Comparator<Call> byStart =
        Comparator.comparing(
            call -> new ByStart(call.facts().startedAt(), call.id().value()), Ordering.BY_START);
    return calls.stream()
        .sorted(order == CallOrder.LATEST_FIRST ? byStart.reversed() : byStart)
        .map(Call::id)
        .toList();
  }
}
