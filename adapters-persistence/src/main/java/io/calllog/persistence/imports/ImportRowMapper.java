package io.calllog.persistence.imports;

import io.calllog.application.imports.Import;
import io.calllog.application.imports.ImportKind;
import io.calllog.application.imports.ImportState;
import io.calllog.application.shared.ImportId;
import io.calllog.domain.officer.ActorId;
import io.calllog.persistence.shared.Columns;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.RowMapper;

/** Reads rows of {@code imports}. */
final class ImportRowMapper implements RowMapper<Import> {

  @Override
  public Import mapRow(ResultSet row, int number) throws SQLException {
    return new Import(
        Columns.id(row, "id", ImportId::new),
        ImportKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT).replace('-', '_')),
        row.getBoolean("dry_run"),
        List.of((String[]) row.getArray("columns").getArray()),
        ImportState.valueOf(row.getString("state")),
        row.getLong("rows_total"),
        row.getLong("rows_read"),
        row.getLong("rows_accepted"),
        row.getLong("rows_unchanged"),
        row.getLong("rows_rejected"),
        Columns.id(row, "created_by", ActorId::new),
        Times.read(row, "created_at"),
        Times.readNullable(row, "started_at"),
        Times.readNullable(row, "finished_at"),
        row.getString("error"));
  }
}
