package io.calllog.persistence.key;

import io.calllog.application.key.port.out.ApiKeyViews;
import io.calllog.application.key.view.ApiKeyView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcApiKeyViews implements ApiKeyViews {

  private record Row(ApiKeyView view, String sortName) {}

  private final JdbcClient database;
  private final ApiKeyRowMapper mapper;

  JdbcApiKeyViews(@Qualifier("readDatabase") JdbcClient database, RegionTree regions) {
    this.database = database;
    this.mapper = new ApiKeyRowMapper(regions);
  }

  @Override
  public Optional<ApiKeyView> find(ApiKeyId id) {
    return database
        .sql("SELECT * FROM api_keys WHERE id = :id AND deleted_at IS NULL")
        .param("id", id.value())
        .query((row, _) -> row(row).view())
        .optional();
  }

  @Override
  public Slice<ApiKeyView, ByName> list(Paging<ByName> paging) {
    var parameters = new Parameters();
    String sql =
        "SELECT k.* FROM api_keys k WHERE "
            + living(parameters).after(paging.after(), "k").sql()
            + " ORDER BY k.sort_name, k.id LIMIT "
            + parameters.bind(Pages.rowsFor(paging));
    List<Row> rows =
        database.sql(sql).params(parameters.byName()).query((row, _) -> row(row)).list();
    return Pages.of(
        rows,
        paging,
        Row::view,
        row -> new ByName(row.sortName(), row.view().key().id().value()),
        this::count);
  }

  private Slice.Total count() {
    var parameters = new Parameters();
    return Pages.count(database, "api_keys k WHERE " + living(parameters).sql(), parameters);
  }

  private static Conditions living(Parameters parameters) {
    return new Conditions(parameters).and("k.deleted_at IS NULL");
  }

  private Row row(ResultSet row) throws SQLException {
    var view = new ApiKeyView(mapper.mapRow(row, 0), Times.readNullable(row, "last_used_at"));
    return new Row(view, row.getString("sort_name"));
  }
}
