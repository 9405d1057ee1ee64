package io.calllog.persistence.change;

import static io.calllog.persistence.shared.Columns.id;

import io.calllog.application.change.port.out.ChangeFeed.Entry;
import io.calllog.application.change.port.out.ChangeFeed.Request;
import io.calllog.application.change.view.Change;
import io.calllog.application.change.view.Change.Removed;
import io.calllog.application.change.view.Change.SavedCall;
import io.calllog.application.change.view.Change.SavedClient;
import io.calllog.application.change.view.Change.SavedFollowUp;
import io.calllog.application.change.view.Change.SavedOfficer;
import io.calllog.application.change.view.Change.SavedRegion;
import io.calllog.application.change.view.ChangeKind;
import io.calllog.application.shared.Cursor.ChangePosition;
import io.calllog.persistence.call.CallRowMapper;
import io.calllog.persistence.client.ClientRowMapper;
import io.calllog.persistence.followup.FollowUpRowMapper;
import io.calllog.persistence.officer.OfficerViewRowMapper;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.region.RegionViewRowMapper;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.FirstRows;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the visible rows of one table in the order of their last changes. Thread-safe. */
final class ChangedRows {

  private static final UUID FIRST_ID = new UUID(0, 0);
  private static final UUID LAST_ID = new UUID(-1, -1);

  private final JdbcClient database;
  private final RegionTree regions;
  private final RowMapper<SavedRegion> savedRegion;
  private final RowMapper<SavedOfficer> savedOfficer;
  private final RowMapper<SavedClient> savedClient;
  private final RowMapper<SavedCall> savedCall;
  private final RowMapper<SavedFollowUp> savedFollowUp;

  ChangedRows(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
    this.savedRegion = saved(new RegionViewRowMapper(), SavedRegion::new);
    this.savedOfficer = saved(new OfficerViewRowMapper(regions::path), SavedOfficer::new);
    this.savedClient = saved(new ClientRowMapper(regions::path), SavedClient::new);
    this.savedCall = saved(new CallRowMapper(regions::path), SavedCall::new);
    this.savedFollowUp = saved(new FollowUpRowMapper(regions::path), SavedFollowUp::new);
  }

  /** Reads the first changes of one kind in transactions before the end. */
  List<Entry> read(ChangeKind kind, Request request, long end) {
    return switch (kind) {
      case REGION -> regions(request, end);
      case OFFICER -> officers(request, end);
      case CLIENT -> clients(request, end);
      case CALL -> calls(request, end);
      case FOLLOW_UP -> followUps(request, end);
    };
  }

  private List<Entry> regions(Request request, long end) {
    var parameters = new Parameters();
    FirstRows rows = rows(parameters, "regions", "r", "id", request);
    Reach reach = regions.reach(request.sight().regions(), null);
    Conditions wanted = range(parameters, "r", ChangeKind.REGION, request, end);
    wanted.inRegion("r.key", reach.regions());
    wanted.and(known("r"), request.removedFrom());
    String sql = RegionViewRowMapper.counted(rows.first(wanted)) + " ORDER BY r.changed_in, r.id";
    return read(sql, parameters, ChangeKind.REGION, savedRegion);
  }

  private List<Entry> officers(Request request, long end) {
    var parameters = new Parameters();
    FirstRows rows = rows(parameters, "officers", "o", "id", request);
    Reach reach = regions.reach(request.sight().officers(), null);
    Conditions wanted = range(parameters, "o", ChangeKind.OFFICER, request, end);
    wanted.visible(reach, "o.region_key", "o.id");
    wanted.and(known("o"), request.removedFrom());
    return read(rows.first(wanted), parameters, ChangeKind.OFFICER, savedOfficer);
  }

  private List<Entry> clients(Request request, long end) {
    var parameters = new Parameters();
    FirstRows rows = rows(parameters, "clients", "c", "owner_id", request);
    Reach reach = regions.reach(request.sight().clients(), null);
    String clients =
        rows.visible(
            reach,
            range(parameters, "c", ChangeKind.CLIENT, request, end),
            new Conditions(parameters).and(known("c"), request.removedFrom()));
    return read(rows.firstOf(clients), parameters, ChangeKind.CLIENT, savedClient);
  }

  private List<Entry> calls(Request request, long end) {
    var parameters = new Parameters();
    FirstRows rows = rows(parameters, "calls", "c", "officer_id", request);
    Reach reach = regions.reach(request.sight().calls(), null);
    String calls =
        rows.visible(
            reach,
            range(parameters, "c", ChangeKind.CALL, request, end),
            new Conditions(parameters).and(known("c"), request.removedFrom()));
    Reach clients = regions.reach(request.sight().clients(), null);
    String sql =
        CallRowMapper.withNames(rows.firstOf(calls), parameters, clients)
            + " ORDER BY c.changed_in, c.id";
    return read(sql, parameters, ChangeKind.CALL, savedCall);
  }

  private List<Entry> followUps(Request request, long end) {
    var parameters = new Parameters();
    FirstRows rows = rows(parameters, "follow_ups", "f", "officer_id", request);
    Reach clients = regions.reach(request.sight().clients(), null);
    Reach calls = regions.reach(request.sight().calls(), null);
    Conditions wanted = range(parameters, "f", ChangeKind.FOLLOW_UP, request, end);
    wanted.and(FollowUpRowMapper.visible(parameters, calls, clients).sql());
    wanted.and(known("f"), request.removedFrom());
    String sql =
        FollowUpRowMapper.withNames(rows.first(wanted), parameters, clients)
            + " ORDER BY f.changed_in, f.id";
    return read(sql, parameters, ChangeKind.FOLLOW_UP, savedFollowUp);
  }

  private static FirstRows rows(
      Parameters parameters, String table, String alias, String owner, Request request) {
    String order = "%1$s.changed_in, %1$s.id".formatted(alias);
    return new FirstRows(parameters, table, alias, owner, order, request.limit());
  }

  /** After the position, which can be at another kind: kinds follow each other in a transaction. */
  private static Conditions range(
      Parameters parameters, String alias, ChangeKind kind, Request request, long end) {
    ChangePosition after = request.after();
    UUID id =
        switch (Integer.signum(Integer.compare(kind.number(), after.kind()))) {
          case -1 -> LAST_ID;
          case 0 -> after.id();
          default -> FIRST_ID;
        };
    return new Conditions(parameters)
        .and(
            "(%1$s.changed_in, %1$s.id) > (cast(cast(? AS text) AS xid8), ?)".formatted(alias),
            String.valueOf(after.transaction()),
            id)
        .and(alias + ".changed_in < cast(cast(? AS text) AS xid8)", String.valueOf(end));
  }

  private static String known(String alias) {
    return "%1$s.deleted_at IS NULL OR %1$s.changed_in >= cast(cast(? AS text) AS xid8)"
        .formatted(alias);
  }

  private List<Entry> read(
      String sql, Parameters parameters, ChangeKind kind, RowMapper<? extends Change> saved) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, number) -> {
          UUID id = id(row, "id", Function.identity());
          long transaction = Long.parseLong(row.getString("changed_in"));
          Change change =
              row.getObject("deleted_at") == null
                  ? saved.mapRow(row, number)
                  : new Removed(kind, id);
          return new Entry(new ChangePosition(transaction, kind.number(), id), change);
        })
        .list();
  }

  private static <T, S> RowMapper<S> saved(RowMapper<T> value, Function<T, S> change) {
    return (row, number) -> change.apply(value.mapRow(row, number));
  }
}
