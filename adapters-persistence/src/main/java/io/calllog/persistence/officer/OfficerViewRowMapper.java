package io.calllog.persistence.officer;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalText;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;

/** Reads an officer from a row of {@code officers}. Thread-safe. */
public final class OfficerViewRowMapper implements RowMapper<OfficerView> {

  private final IntFunction<RegionPath> regions;

  /** Creates a mapper that shows regions by the paths of their keys. */
  public OfficerViewRowMapper(IntFunction<RegionPath> regions) {
    this.regions = regions;
  }

  @Override
  public OfficerView mapRow(ResultSet row, int number) throws SQLException {
    var details =
        new OfficerDetails(
            text(row, "name", Name::new),
            text(row, "email", EmailAddress::new),
            optionalText(row, "phone", PhoneNumber::new),
            regions.apply(row.getInt("region_key")),
            leads(row),
            text(row, "role", Role::valueOf),
            text(row, "status", OfficerStatus::valueOf));
    return new OfficerView(
        id(row, "id", OfficerId::new),
        details,
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }

  private List<RegionPath> leads(ResultSet row) throws SQLException {
    var keys = (Integer[]) row.getArray("leads").getArray();
    return Stream.of(keys).map(regions::apply).toList();
  }
}
