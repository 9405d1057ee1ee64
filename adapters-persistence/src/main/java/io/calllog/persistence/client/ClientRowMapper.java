package io.calllog.persistence.client;

import static io.calllog.persistence.shared.Columns.id;
import static io.calllog.persistence.shared.Columns.optionalId;
import static io.calllog.persistence.shared.Columns.optionalText;
import static io.calllog.persistence.shared.Columns.text;

import io.calllog.domain.client.CallInterval;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientDetails;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.client.ClientStatus;
import io.calllog.domain.client.Phone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PostalAddress;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Times;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.RowMapper;

/** Reads a client from a row of {@code clients}. Thread-safe. */
public final class ClientRowMapper implements RowMapper<Client> {

  private final IntFunction<RegionPath> regions;

  /** Creates a mapper that shows regions by the paths of their keys. */
  public ClientRowMapper(IntFunction<RegionPath> regions) {
    this.regions = regions;
  }

  @Override
  public Client mapRow(ResultSet row, int number) throws SQLException {
    var details =
        new ClientDetails(
            text(row, "name", Name::new),
            optionalText(row, "company", Name::new),
            phones(row),
            optionalText(row, "email", EmailAddress::new),
            optionalText(row, "address", PostalAddress::new),
            regions.apply(row.getInt("region_key")),
            text(row, "status", ClientStatus::valueOf),
            optionalId(row, "owner_id", OfficerId::new),
            optionalText(row, "external_id", ExternalId::new),
            optionalText(row, "call_every", days -> CallInterval.ofDays(Integer.parseInt(days))));
    return new Client(
        id(row, "id", ClientId::new),
        details,
        Times.read(row, "created_at"),
        Times.read(row, "updated_at"),
        row.getLong("version"));
  }

  private static List<Phone> phones(ResultSet row) throws SQLException {
    Array phones = row.getArray("phones");
    return StoredPhones.read(
        row.getString("phone"), phones == null ? null : List.of((String[]) phones.getArray()));
  }
}
