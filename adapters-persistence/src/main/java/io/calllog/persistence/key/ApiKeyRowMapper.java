package io.calllog.persistence.key;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.RequestsPerMinute;
import io.calllog.domain.key.Scope;
import io.calllog.domain.shared.Name;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowMapper;

/** Reads a key from a row of {@code api_keys}. Thread-safe. */
final class ApiKeyRowMapper implements RowMapper<ApiKey> {

  private final RegionTree regions;

  ApiKeyRowMapper(RegionTree regions) {
    this.regions = regions;
  }

  @Override
  public ApiKey mapRow(ResultSet row, int number) throws SQLException {
    var details =
        new ApiKeyDetails(
            text(row, "name", Name::new),
            new RequestsPerMinute(row.getInt("requests_per_minute")),
            Times.readNullable(row, "expires_at"));
    return new ApiKey(
        id(row, "id", ApiKeyId::new),
        details,
        scopes(row),
        regions.path(row.getInt("region_key")),
        row.getString("prefix"),
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }

  /** Without those that a later release has added: this one cannot decide what they allow. */
  private static List<Scope> scopes(ResultSet row) throws SQLException {
    List<String> texts = List.of((String[]) row.getArray("scopes").getArray());
    return Stream.of(Scope.values()).filter(scope -> texts.contains(scope.toString())).toList();
  }
}
