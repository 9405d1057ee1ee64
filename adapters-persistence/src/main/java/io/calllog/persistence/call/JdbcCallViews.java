package io.calllog.persistence.call;

import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallTotals;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.ExportReader;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCallViews implements CallViews {

  private final JdbcClient database;
  private final ExportReader exports;
  private final RegionTree regions;
  private final CallRowMapper mapper;
  private final PolledRetention retention;
  private final InstantSource clock;

  JdbcCallViews(
      @Qualifier("readDatabase") JdbcClient database,
      ExportReader exports,
      RegionTree regions,
      PolledRetention retention,
      InstantSource clock) {
    this.database = database;
    this.exports = exports;
    this.regions = regions;
    this.mapper = new CallRowMapper(regions::path);
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  public @Nullable Instant keptSince() {
    return retention.keptSince();
  }

  @Override
  public Optional<CallView> find(CallId id, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    Conditions wanted = CallConditions.hasId(new Conditions(parameters), id);
    return find(wanted, parameters, "", calls, clients).stream().findFirst();
  }

  @Override
  public List<CallView> findAll(Set<CallId> ids, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    String[] array = ids.stream().map(CallId::toString).toArray(String[]::new);
    Conditions wanted =
        new Conditions(parameters).and("c.id = ANY (cast(? AS uuid[]))", (Object) array);
    return find(wanted, parameters, "", calls, clients);
  }

  @Override
  public List<CallView> latestFrom(
      PhoneNumber number, Instant since, int limit, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    CallWindow window =
        new CallWindow(since, null).before(clock.instant().plus(Call.CLOCK_TOLERANCE));
    Conditions wanted =
        CallConditions.inPartitions(
            CallConditions.startsWithin(
                new Conditions(parameters)
                    .and("c.number = ? AND c.type = 'INCOMING'", number.value()),
                window),
            window);
    String latest = " ORDER BY c.started_at DESC, c.id DESC LIMIT " + parameters.bind(limit);
    return find(wanted, parameters, latest, calls, clients);
  }

  /** Reads calls that are visible or are with a visible client, ordered and limited by the end. */
  private List<CallView> find(
      Conditions wanted, Parameters parameters, String end, Visibility calls, Visibility clients) {
    wanted.and("c.deleted_at IS NULL");
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
            + " WHERE ((%s) OR (%s))".formatted(call.sql(), client.sql())
            + end;
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
        JdbcCallViews::place,
        () -> count(filter, reach));
  }

  @Override
  public void export(
      CallFilter filter,
      CallOrder order,
      Visibility calls,
      Visibility clients,
      Export<CallView> export) {
    var parameters = new Parameters();
    Reach reach = regions.reach(calls, filter.region());
    String from =
        "calls c WHERE " + CallConditions.all(parameters, filter, reach, range(filter)).sql();
    String sql =
        CallRowMapper.withNames("SELECT c.* FROM " + from, parameters, regions.reach(clients, null))
            + " ORDER BY "
            + CallListStatement.ordering(order);
    exports.read(from, sql, parameters, new CallRowMapper(regions.readPaths()), export);
  }

  @Override
  public CallHistory historyOf(OfficerId officer, Visibility calls, Visibility clients) {
    Reach reach = regions.reach(calls, null);
    return history(
        CallFilter.ALL.of(officer),
        MergeBy.OFFICER,
        officer.value(),
        reach,
        clients,
        parameters -> CallFigures.ofOfficer(officer, reach, parameters));
  }

  @Override
  public CallHistory historyWith(ClientId client, Visibility clients) {
    return history(
        CallFilter.ALL.with(client),
        MergeBy.CLIENT,
        client.value(),
        regions.reach(Visibility.EVERYTHING, null),
        clients,
        parameters -> CallFigures.ofClient(client, parameters));
  }

  /** Reads the calls and the totals with one statement, so that they agree. */
  private CallHistory history(
      CallFilter filter,
      MergeBy by,
      UUID key,
      Reach reach,
      Visibility clients,
      Function<Parameters, String> totals) {
    Paging<ByStart> paging = Paging.first();
    var list =
        new CallList(
            filter,
            reach,
            regions.reach(clients, null),
            CallOrder.LATEST_FIRST,
            null,
            range(filter),
            Pages.rowsFor(paging));
    var statement = CallListStatement.withTotals(list, by, key, totals);
    return database
        .sql(statement.sql())
        .params(statement.parameters())
        .query((ResultSet rows) -> history(rows, paging));
  }

  private CallHistory history(ResultSet rows, Paging<ByStart> paging) throws SQLException {
    List<CallView> found = new ArrayList<>();
    @Nullable CallTotals totals = null;
    while (rows.next()) {
      if (rows.getObject("id") != null) {
        found.add(mapper.mapRow(rows, found.size()));
      }
      if (totals == null) {
        totals = CallFigures.totals(rows, found);
      }
    }
    return new CallHistory(
        Pages.of(found, paging, Function.identity(), JdbcCallViews::place, () -> Total.of(0)),
        Objects.requireNonNull(totals));
  }

  private static ByStart place(CallView call) {
    return new ByStart(call.call().facts().startedAt(), call.id().value());
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

  private Total count(CallFilter filter, Reach reach) {
    var parameters = new Parameters();
    if (CallFigures.knows(filter, reach)) {
      String sql = CallFigures.count(filter, reach, parameters);
      return Total.of(database.sql(sql).params(parameters.byName()).query(Long.class).single());
    }
    String where = CallConditions.all(parameters, filter, reach, range(filter)).sql();
    return Pages.count(database, "calls c WHERE " + where, parameters);
  }
}
