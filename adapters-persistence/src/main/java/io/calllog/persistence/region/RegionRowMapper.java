package io.calllog.persistence.region;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionDetails;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Reads a region from a row of {@code regions}. Thread-safe. */
final class RegionRowMapper implements RowMapper<Region> {

  @Override
  public Region mapRow(ResultSet row, int number) throws SQLException {
    return new Region(
        id(row, "id", RegionId::new),
        new RegionDetails(text(row, "path", RegionPath::new)),
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }
}
