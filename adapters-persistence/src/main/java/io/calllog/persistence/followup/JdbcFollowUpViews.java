package io.calllog.persistence.followup;

import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.ExportReader;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFollowUpViews implements FollowUpViews {

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final JdbcClient database;
  private final ExportReader exports;
  private final RegionTree regions;
  private final InstantSource clock;
  private final FollowUpRowMapper mapper;

  JdbcFollowUpViews(
      @Qualifier("readDatabase") JdbcClient database,
      ExportReader exports,
      RegionTree regions,
      InstantSource clock) {
    this.database = database;
    this.exports = exports;
    this.regions = regions;
    this.clock = clock;
    this.mapper = new FollowUpRowMapper(regions::path);
  }

  @Override
  public Optional<FollowUpView> find(FollowUpId id, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    Conditions one = visible(parameters, calls, clients).and("f.id = ?", id.value());
    return read("SELECT f.* FROM follow_ups f WHERE " + one.sql(), parameters, clients).stream()
        .findFirst();
  }

  @Override
  public Slice<FollowUpView, ByTime> list(
      FollowUpFilter filter, Visibility calls, Visibility clients, Paging<ByTime> paging) {
    var parameters = new Parameters();
    Conditions page = matching(parameters, filter, calls, clients);
    ByTime after = paging.after();
    if (after != null) {
      page.and("(f.due_at, f.id) > (?, ?)", Times.parameter(after.at()), after.id());
    }
    String sql =
        "SELECT f.* FROM follow_ups f WHERE %s ORDER BY f.due_at, f.id LIMIT %s"
            .formatted(page.sql(), Pages.rowsFor(paging));
    return Pages.of(
        read(sql, parameters, clients),
        paging,
        Function.identity(),
        view -> new ByTime(view.followUp().details().dueAt(), view.id().value()),
        () -> count(filter, calls, clients));
  }

  @Override
  public void export(
      FollowUpFilter filter, Visibility calls, Visibility clients, Export<FollowUpView> export) {
    var parameters = new Parameters();
    String from = "follow_ups f WHERE " + matching(parameters, filter, calls, clients).sql();
    String sql = ordered("SELECT f.* FROM " + from, parameters, clients);
    exports.read(from, sql, parameters, new FollowUpRowMapper(regions.readPaths()), export);
  }

  private Slice.Total count(FollowUpFilter filter, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    String from = "follow_ups f WHERE " + matching(parameters, filter, calls, clients).sql();
    return Pages.count(database, from, parameters);
  }

  private Conditions visible(Parameters parameters, Visibility calls, Visibility clients) {
    return FollowUpRowMapper.visible(
            parameters, regions.reach(calls, null), regions.reach(clients, null))
        .and("f.deleted_at IS NULL");
  }

  private Conditions matching(
      Parameters parameters, FollowUpFilter filter, Visibility calls, Visibility clients) {
    Conditions matching = visible(parameters, calls, clients);
    Set<FollowUpState> states = filter.states();
    if (filter.overdue() != null) {
      String overdue = "f.state = 'OPEN' AND f.due_at < ?";
      matching.and(
          filter.overdue() ? overdue : "NOT (" + overdue + ")", Times.parameter(clock.instant()));
    }
    if (states.equals(Set.of(FollowUpState.OPEN))) {
      matching.and("f.state = 'OPEN'"); // a constant, for the index of those
    }
    matching.in("f.state", states.stream().map(Enum::name).toList());
    matching.in("f.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    if (!filter.clients().isEmpty()) { // or the clients that they were merged into
      matching.and(
          "f.client_id = ANY (ARRAY (SELECT coalesce(merged_into, id) FROM clients WHERE id IN (?)))",
          filter.clients().stream().map(ClientId::value).toList());
    }
    if (filter.region() != null) {
      Reach wanted = regions.reach(Visibility.EVERYTHING, filter.region());
      matching.inRegion("f.region_key", wanted.regions());
    }
    if (filter.dueFrom() != null) {
      matching.and("f.due_at >= ?", limit(filter.dueFrom()));
    }
    if (filter.dueTo() != null) {
      matching.and("f.due_at < ?", limit(filter.dueTo()));
    }
    return matching;
  }

  /**
   * Rounds up to the precision of the database, so that no time in between is on another side.
   * Bounds before 1970 and in the year 9999 are beyond all follow-ups.
   */
  private static Object limit(Instant bound) {
    if (bound.isBefore(Instant.EPOCH) || bound.isAfter(LATEST)) {
      return Times.parameter(bound.isBefore(Instant.EPOCH) ? Instant.EPOCH : LATEST);
    }
    Instant cut = bound.truncatedTo(ChronoUnit.MICROS);
    return Times.parameter(cut.equals(bound) ? cut : cut.plus(1, ChronoUnit.MICROS));
  }

  private List<FollowUpView> read(String sql, Parameters parameters, Visibility clients) {
    return database
        .sql(ordered(sql, parameters, clients))
        .params(parameters.byName())
        .query(mapper)
        .list();
  }

  private String ordered(String followUps, Parameters parameters, Visibility clients) {
    return FollowUpRowMapper.withNames(followUps, parameters, regions.reach(clients, null))
        + " ORDER BY f.due_at, f.id";
  }
}
