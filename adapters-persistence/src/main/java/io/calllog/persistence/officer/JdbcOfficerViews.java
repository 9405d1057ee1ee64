package io.calllog.persistence.officer;

import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.ExportReader;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.TextSearch;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Assumes at most some thousands of officers, so one index by name serves every list. */
@Repository
class JdbcOfficerViews implements OfficerViews {

  private static final String SELECT_WHERE = "SELECT o.* FROM officers o WHERE ";

  private record Row(OfficerView view, String sortName) {}

  private final JdbcClient database;
  private final ExportReader exports;
  private final RegionTree regions;
  private final OfficerViewRowMapper mapper;

  JdbcOfficerViews(
      @Qualifier("readDatabase") JdbcClient database, ExportReader exports, RegionTree regions) {
    this.database = database;
    this.exports = exports;
    this.regions = regions;
    this.mapper = new OfficerViewRowMapper(regions::path);
  }

  @Override
  public Optional<OfficerView> find(OfficerId id, Visibility visibility) {
    var parameters = new Parameters();
    Reach reach = regions.reach(visibility, null);
    String where = living(parameters, reach).and("o.id = ?", id.value()).sql();
    return read(SELECT_WHERE + where, parameters).stream().map(Row::view).findFirst();
  }

  @Override
  public Slice<OfficerView, ByName> list(
      OfficerFilter filter, Visibility visibility, Paging<ByName> paging) {
    var parameters = new Parameters();
    Reach reach = regions.reach(visibility, filter.region());
    Conditions page = filtered(parameters, filter, reach).after(paging.after(), "o");
    String sql =
        SELECT_WHERE
            + page.sql()
            + " ORDER BY o.sort_name, o.id LIMIT "
            + parameters.bind(Pages.rowsFor(paging));
    return Pages.of(
        read(sql, parameters),
        paging,
        Row::view,
        row -> new ByName(row.sortName(), row.view().id().value()),
        () -> count(filter, reach));
  }

  @Override
  public void export(OfficerFilter filter, Visibility visibility, Export<OfficerView> export) {
    var parameters = new Parameters();
    String from =
        "officers o WHERE "
            + filtered(parameters, filter, regions.reach(visibility, filter.region())).sql();
    String sql = "SELECT o.* FROM " + from + " ORDER BY o.sort_name, o.id";
    exports.read(from, sql, parameters, new OfficerViewRowMapper(regions.readPaths()), export);
  }

  private Slice.Total count(OfficerFilter filter, Reach reach) {
    var parameters = new Parameters();
    String where = filtered(parameters, filter, reach).sql();
    return Pages.count(database, "officers o WHERE " + where, parameters);
  }

  private static Conditions living(Parameters parameters, Reach reach) {
    return new Conditions(parameters)
        .and("o.deleted_at IS NULL")
        .visible(reach, "o.region_key", "o.id");
  }

  private static Conditions filtered(Parameters parameters, OfficerFilter filter, Reach reach) {
    Conditions conditions = living(parameters, reach);
    conditions.in("o.status", filter.statuses().stream().map(Enum::name).toList());
    conditions.in("o.role", filter.roles().stream().map(Enum::name).toList());
    if (filter.text() != null) {
      TextSearch.words(conditions, "o", filter.text());
    }
    return conditions;
  }

  private List<Row> read(String sql, Parameters parameters) {
    return database
        .sql(sql)
        .params(parameters.byName())
        .query((row, number) -> new Row(mapper.mapRow(row, number), row.getString("sort_name")))
        .list();
  }
}
