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
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    return find("c.id = ?", id.value(), calls, clients).stream().findFirst();
  }

  @Override
  public List<CallView> findAll(Set<CallId> ids, Visibility calls, Visibility clients) {
    String[] array = ids.stream().map(CallId::toString).toArray(String[]::new);
    return find("c.id = ANY (cast(? AS uuid[]))", array, calls, clients);
  }

  private List<CallView> find(String condition, Object id, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    Conditions wanted = new Conditions(parameters).and(condition, id).and("c.deleted_at IS NULL");
    Conditions call =
        new Conditions(parameters)
            .visible(regions.reach(calls, null), "c.region_key", "c.officer_id");
    Reach clientReach = regions.reach(clients, null);
    Conditions client =
        new Conditions(parameters)
            .and("k.id IS NOT NULL AND k.deleted_at IS NULL")
            .visible(clientReach, "k.region_key", "k.owner_id");
    String found = "SELECT c.* FROM calls c WHERE " + wanted.sql();
    String sql =
        CallRowMapper.withNames(found, parameters, clientReach)
            + " WHERE (%s) OR (%s)".formatted(call.sql(), client.sql());
    return database.sql(sql).params(parameters.byName()).query(mapper).list();
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
    String where = CallConditions.all(parameters, filter, reach).sql();
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

  /** Reads windows until there is one call more than the page has. */
  private List<CallView> page(
      CallFilter filter, CallOrder order, Reach reach, Reach clients, Paging<ByStart> paging) {
    // No call starts later. The bound keeps partitions of future months out of the plan.
    Instant latest = clock.instant().plus(Call.CLOCK_TOLERANCE);
    CallWindow range = CallWindow.of(filter).before(latest).after(paging.after(), order);
    var windows = new CallWindows(range, order, clock.instant());
    List<CallView> found = new ArrayList<>();
    while (windows.hasNext() && found.size() < Pages.rowsFor(paging)) {
      var statement =
          CallListStatement.of(
              filter,
              reach,
              clients,
              order,
              paging.after(),
              windows.next(),
              Pages.rowsFor(paging) - found.size());
      found.addAll(
          database.sql(statement.sql()).params(statement.parameters()).query(mapper).list());
    }
    return found;
  }

  private Slice.Total count(CallFilter filter, Reach reach) {
    var parameters = new Parameters();
    String where = CallConditions.all(parameters, filter, reach).sql();
    return Pages.count(database, "calls c WHERE " + where, parameters);
  }
}
