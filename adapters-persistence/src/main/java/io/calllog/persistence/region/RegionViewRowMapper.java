package io.calllog.persistence.region;

import io.calllog.application.region.view.RegionView;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.RowMapper;

/** Reads a region and its numbers from a row of {@link #counted}. Thread-safe. */
public final class RegionViewRowMapper implements RowMapper<RegionView> {

  private final RegionRowMapper region = new RegionRowMapper();

  /** Adds how many officers and clients that are not deleted are directly in each region. */
  public static String counted(String regions) {
    return """
    SELECT r.*,
           (SELECT count(*) FROM officers WHERE region_key = r.key AND deleted_at IS NULL) AS officers,
           (SELECT count(*) FROM clients WHERE region_key = r.key AND deleted_at IS NULL) AS clients
    FROM (%s) r
    """
        .formatted(regions);
  }

  @Override
  public RegionView mapRow(ResultSet row, int number) throws SQLException {
    return new RegionView(
        region.mapRow(row, number), row.getLong("officers"), row.getLong("clients"));
  }
}
