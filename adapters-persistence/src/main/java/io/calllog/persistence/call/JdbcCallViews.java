package io.calllog.persistence.call;

import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCallViews implements CallViews {

  private static final List<String> CONNECTED =
      Stream.of(CallOutcome.values()).filter(CallOutcome::connected).map(Enum::name).toList();

  private final JdbcClient database;
  private final RegionTree regions;
  private final CallRowMapper mapper;
  private final InstantSource clock;

  JdbcCallViews(JdbcClient database, RegionTree regions, InstantSource clock) {
    this.database = database;
    this.regions = regions;
    this.mapper = new CallRowMapper(regions);
    this.clock = clock;
  }

  @Override
  public Optional<CallView> find(CallId id, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    Conditions one =
        CallConditions.hasId(new Conditions(parameters), id).and("c.deleted_at IS NULL");
    Conditions call =
        new Conditions(parameters)
            .visible(regions.reach(calls, null), "c.region_key", "c.officer_id");
    Reach clientReach = regions.reach(clients, null);
    Conditions client =
        new Conditions(parameters)
            .and("k.id IS NOT NULL AND k.deleted_at IS NULL")
            .visible(clientReach, "k.region_key", "k.owner_id");
    String found = "SELECT c.* FROM calls c WHERE " + one.sql();
    String sql =
        CallRowMapper.withNames(found, parameters, clientReach)
            + " WHERE (%s) OR (%s)".formatted(call.sql(), client.sql());
    return database.sql(sql).params(parameters.byName()).query(mapper).optional();
  }

  @Override
  public Slice<CallView, ByStart> list(
      CallFilter filter,
      CallOrder order,
      Visibility calls,
      Visibility clients,
      Paging<ByStart> paging) {
    Reach reach = regions.reach(calls, filter.region());
    return Pages.of(
        page(filter, order, reach, regions.reach(clients, null), paging),
        paging,
        Function.identity(),
        call -> new ByStart(call.call().facts().startedAt(), call.id().value()),
        () -> count(filter, reach));
  }

  @Override
  public CallTotals totals(CallFilter filter, Visibility visibility) {
    var parameters = new Parameters();
    String connected = parameters.bind(CONNECTED);
    Reach reach = regions.reach(visibility, filter.region());
    String where = CallConditions.all(parameters, filter, reach, range(filter)).sql();
    return database
        .sql(
            """
            SELECT count(*) AS calls,
                   count(*) FILTER (WHERE c.outcome IN (%1$s)) AS connected,
                   coalesce(sum(c.duration_seconds), 0) AS total_seconds,
                   coalesce(sum(c.duration_seconds) FILTER (WHERE c.outcome IN (%1$s)), 0) AS talk_seconds,
                   max(c.started_at) AS last_call_at
            FROM calls c WHERE %2$s
            """
                .formatted(connected, where))
        .params(parameters.byName())
        .query((row, _) ->
            new CallTotals(
                row.getLong("calls"),
                row.getLong("connected"),
                row.getLong("total_seconds"),
                row.getLong("talk_seconds"),
                Times.readNullable(row, "last_call_at")))
        .single();
  }

  /** Reads one call more than the page has, from the first window that has so many. */
  private List<CallView> page(
      CallFilter filter, CallOrder order, Reach reach, Reach clients, Paging<ByStart> paging) {
    CallWindow range = range(filter).after(paging.after(), order);
    int limit = Pages.rowsFor(paging);
    var list = new CallList(filter, reach, clients, order, paging.after(), range, limit);
    var windows = new CallWindows(range, order, clock.instant());
    CallWindow window = windows.next();
    if (CallListStatement.readsAhead(list)) {
      List<CallView> found = read(CallListStatement.ahead(list, window));
      if (fills(found, limit, window)) {
        return found;
      }
    }
    List<CallView> found = read(CallListStatement.of(list, window));
    while (windows.hasNext() && !fills(found, limit, window)) {
      window = windows.next();
      found = read(CallListStatement.of(list, window));
    }
    return found;
  }

  private List<CallView> read(CallListStatement statement) {
    return database.sql(statement.sql()).params(statement.parameters()).query(mapper).list();
  }

  /** Whether there are enough calls, none of which is beyond the window. */
  private static boolean fills(List<CallView> found, int limit, CallWindow window) {
    return found.size() == limit && window.contains(found.getLast().call().facts().startedAt());
  }

  /**
   * The range of a filter. No call starts later than now, so the partitions of future months are
   * not read.
   */
  private CallWindow range(CallFilter filter) {
    return CallWindow.of(filter).before(clock.instant().plus(Call.CLOCK_TOLERANCE));
  }

  private Slice.Total count(CallFilter filter, Reach reach) {
    var parameters = new Parameters();
    String where = CallConditions.all(parameters, filter, reach, range(filter)).sql();
    return Pages.count(database, "calls c WHERE " + where, parameters);
  }
}
