package io.calllog.persistence.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.calllog.application.imports.port.out.ImportMatches;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Columns;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcImportMatches implements ImportMatches {

  private record Match(String value, ClientId client) {}

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcImportMatches(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  @Override
  public Map<EmailAddress, OfficerId> officers(Set<EmailAddress> addresses, Visibility visibility) {
    if (addresses.isEmpty()) {
      return Map.of();
    }
    var parameters = new Parameters();
    var visible =
        new Conditions(parameters)
            .and("o.deleted_at IS NULL")
            .and(
                "o.email_key = ANY (cast(? AS text[]))",
                (Object) texts(addresses, EmailAddress::key))
            .visible(regions.reach(visibility, null), "o.region_key", "o.id");
    Map<String, OfficerId> found =
        database
            .sql("SELECT o.email_key, o.id FROM officers o WHERE " + visible.sql())
            .params(parameters.byName())
            .query((row, _) ->
                Map.entry(row.getString("email_key"), Columns.id(row, "id", OfficerId::new)))
            .stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    return addresses.stream()
        .filter(address -> found.containsKey(address.key()))
        .collect(toMap(Function.identity(), address -> found.get(address.key())));
  }

  @Override
  public Clients clients(
      Set<PhoneNumber> phones,
      Set<EmailAddress> addresses,
      Set<ExternalId> externalIds,
      Visibility visibility) {
    Map<String, List<ClientId>> byAddress =
        find("lower(c.email)", texts(addresses, EmailAddress::key), visibility);
    Map<String, List<ClientId>> byNumber =
        find(
            "unnest(c.numbers)",
            "c.numbers && cast(? AS text[])",
            texts(phones, PhoneNumber::value),
            visibility);
    return new Clients(
        keys(phones, byNumber, PhoneNumber::value),
        keys(addresses, byAddress, EmailAddress::key),
        keys(
            externalIds,
            find("c.external_id", texts(externalIds, ExternalId::value), visibility),
            ExternalId::value));
  }

  private Map<String, List<ClientId>> find(String column, String[] values, Visibility visibility) {
    return find(column, column + " = ANY (cast(? AS text[]))", values, visibility);
  }

  private Map<String, List<ClientId>> find(
      String value, String condition, String[] values, Visibility visibility) {
    if (values.length == 0) {
      return Map.of();
    }
    var parameters = new Parameters();
    var visible =
        new Conditions(parameters)
            .and("c.deleted_at IS NULL")
            .and(condition, (Object) values)
            .visible(regions.reach(visibility, null), "c.region_key", "c.owner_id");
    return database
        .sql(
            "SELECT DISTINCT %s AS value, c.id FROM clients c WHERE %s"
                .formatted(value, visible.sql()))
        .params(parameters.byName())
        .query((row, _) -> new Match(row.getString("value"), Columns.id(row, "id", ClientId::new)))
        .stream()
        .collect(groupingBy(Match::value, mapping(Match::client, toList())));
  }

  private static <T> Map<T, List<ClientId>> keys(
      Set<T> values, Map<String, List<ClientId>> found, Function<T, String> text) {
    return values.stream()
        .filter(value -> found.containsKey(text.apply(value)))
        .collect(toMap(Function.identity(), value -> found.get(text.apply(value))));
  }

  private static <T> String[] texts(Set<T> values, Function<T, String> text) {
    return values.stream().map(text).distinct().toArray(String[]::new);
  }
}
