package io.calllog.persistence.followup;

import io.calllog.application.followup.port.out.FollowUpViews;
import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.application.followup.view.FollowUpView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.ExportReader;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFollowUpViews implements FollowUpViews {

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
    Conditions one =
        FollowUpRowMapper.visible(
                parameters, regions.reach(calls, null), regions.reach(clients, null))
            .and("f.deleted_at IS NULL")
            .and("f.id = ?", id.value());
    return read("SELECT f.* FROM follow_ups f WHERE " + one.sql(), parameters, clients).stream()
        .findFirst();
  }

  @Override
  public Slice<FollowUpView, ByTime> list(
      FollowUpFilter filter, Visibility calls, Visibility clients, Paging<ByTime> paging) {
    var parameters = new Parameters();
    Reach admitted = regions.reach(calls, filter.region());
    Reach seen = regions.reach(clients, null);
    String sql =
        new FollowUpListStatement(filter, admitted, seen, paging, clock.instant()).sql(parameters);
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
    String from = matching(parameters, filter, calls, clients);
    String sql = ordered("SELECT f.* FROM " + from, parameters, clients);
    exports.read(from, sql, parameters, new FollowUpRowMapper(regions.readPaths()), export);
  }

  private Slice.Total count(FollowUpFilter filter, Visibility calls, Visibility clients) {
    var parameters = new Parameters();
    String from = matching(parameters, filter, calls, clients);
    return Pages.count(database, from, parameters);
  }

  private String matching(
      Parameters parameters, FollowUpFilter filter, Visibility calls, Visibility clients) {
    Reach admitted = regions.reach(calls, filter.region());
    Reach seen = regions.reach(clients, null);
    return "follow_ups f WHERE "
        + FollowUpConditions.all(parameters, filter, admitted, seen, clock.instant()).sql();
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
