package io.calllog.persistence.imports;

import io.calllog.application.imports.RejectedRow;
import io.calllog.application.imports.port.out.ImportViews;
import io.calllog.application.imports.view.ImportView;
import io.calllog.application.shared.Cursor.ByTime;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.ActorId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.ExportReader;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcImportViews implements ImportViews {

  private static final String SELECT =
      """
      SELECT i.*, coalesce(o.name, k.name) AS creator_name
      FROM (%s) i
      LEFT JOIN officers o ON o.id = i.created_by
      LEFT JOIN api_keys k ON k.id = i.created_by
      ORDER BY i.created_at DESC, i.id DESC
      """;

  private final JdbcClient database;
  private final ExportReader exports;
  private final ImportRowMapper mapper = new ImportRowMapper();

  JdbcImportViews(@Qualifier("readDatabase") JdbcClient database, ExportReader exports) {
    this.database = database;
    this.exports = exports;
  }

  @Override
  public Optional<ImportView> view(ImportId id) {
    return database
        .sql(SELECT.formatted("SELECT * FROM imports WHERE id = :id AND state <> 'RECEIVING'"))
        .param("id", id.value())
        .query((row, _) -> view(row))
        .optional();
  }

  @Override
  public Slice<ImportView, ByTime> list(@Nullable ActorId creator, Paging<ByTime> paging) {
    var parameters = new Parameters();
    Conditions visible = visible(parameters, creator);
    ByTime after = paging.after();
    if (after != null) {
      visible.and("(created_at, id) < (?, ?)", Times.parameter(after.at()), after.id());
    }
    String page =
        "SELECT * FROM imports WHERE "
            + visible.sql()
            + " ORDER BY created_at DESC, id DESC LIMIT "
            + parameters.bind(Pages.rowsFor(paging));
    List<ImportView> rows =
        database
            .sql(SELECT.formatted(page))
            .params(parameters.byName())
            .query((row, _) -> view(row))
            .list();
    return Pages.of(
        rows,
        paging,
        view -> view,
        view -> new ByTime(view.value().createdAt(), view.value().id().value()),
        () -> {
          var counted = new Parameters();
          return Pages.count(database, "imports WHERE " + visible(counted, creator).sql(), counted);
        });
  }

  @Override
  public void rejected(ImportId id, Export<RejectedRow> export) {
    var parameters = new Parameters();
    String from = "import_errors WHERE import_id = " + parameters.bind(id.value());
    String sql = "SELECT * FROM " + from + " ORDER BY line, place";
    exports.read(from, sql, parameters, (row, _) -> error(row), export);
  }

  private static Conditions visible(Parameters parameters, @Nullable ActorId creator) {
    Conditions conditions = new Conditions(parameters).and("state <> 'RECEIVING'");
    return creator == null ? conditions : conditions.and("created_by = ?", creator.value());
  }

  private ImportView view(ResultSet row) throws SQLException {
    return new ImportView(mapper.mapRow(row, 0), row.getString("creator_name"));
  }

  private static RejectedRow error(ResultSet row) throws SQLException {
    return new RejectedRow(
        FileRows.read(row.getString("row")).getFirst(),
        row.getString("column_name"),
        row.getString("code"),
        row.getString("message"));
  }
}
