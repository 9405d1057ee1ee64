package io.calllog.persistence.imports;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcImportMatches implements ImportMatches {

  private static final String BY_NUMBER =
      "SELECT unnest(numbers) AS value, id FROM clients WHERE numbers && %s AND deleted_at IS NULL";

  /** Those that are not deleted, or else those that others with the address were merged into. */
  private static final String BY_ADDRESS =
      """
      SELECT lower(email) AS value, id FROM clients WHERE lower(email) = ANY (%1$s) AND deleted_at IS NULL
      UNION
      SELECT lower(email), merged_into FROM clients merged
      WHERE lower(email) = ANY (%1$s) AND merged_into IS NOT NULL AND NOT EXISTS (
          SELECT FROM clients c WHERE lower(c.email) = lower(merged.email) AND c.deleted_at IS NULL)\
      """;

  /** The client that is not deleted, or else the one that was merged last. */
  private static final String BY_EXTERNAL_ID =
      """
      SELECT DISTINCT ON (external_id) external_id AS value, coalesce(merged_into, id) AS id
      FROM clients
      WHERE external_id = ANY (%s) AND (deleted_at IS NULL OR merged_into IS NOT NULL)
      ORDER BY external_id, deleted_at DESC NULLS FIRST\
      """;

  private record Match(String value, ClientId client, Set<ClientId> merged) {}

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
    List<Match> byNumber = find(BY_NUMBER, texts(phones, PhoneNumber::value), visibility);
    List<Match> byAddress = find(BY_ADDRESS, texts(addresses, EmailAddress::key), visibility);
    List<Match> byId = find(BY_EXTERNAL_ID, texts(externalIds, ExternalId::value), visibility);
    return new Clients(
        keys(phones, byNumber, PhoneNumber::value),
        keys(addresses, byAddress, EmailAddress::key),
        keys(externalIds, byId, ExternalId::value),
        Stream.of(byNumber, byAddress, byId)
            .flatMap(List::stream)
            .filter(match -> !match.merged().isEmpty())
            .collect(toMap(Match::client, Match::merged, (same, _) -> same)));
  }

  private List<Match> find(String matching, String[] values, Visibility visibility) {
    if (values.length == 0) {
      return List.of();
    }
    var parameters = new Parameters();
    String named = matching.formatted("cast(%s AS text[])".formatted(parameters.bind(values)));
    var visible =
        new Conditions(parameters)
            .and("c.deleted_at IS NULL")
            .visible(regions.reach(visibility, null), "c.region_key", "c.owner_id");
    return database
        .sql(
            """
            SELECT DISTINCT named.value, c.id, ARRAY (SELECT m.id FROM clients m WHERE m.merged_into = c.id) AS merged
            FROM (%s) named JOIN clients c ON c.id = named.id
            WHERE %s
            """
                .formatted(named, visible.sql()))
        .params(parameters.byName())
        .query((row, _) ->
            new Match(
                row.getString("value"),
                Columns.id(row, "id", ClientId::new),
                Stream.of((UUID[]) row.getArray("merged").getArray())
                    .map(ClientId::new)
                    .collect(toSet())))
        .list();
  }

  private static <T> Map<T, List<ClientId>> keys(
      Set<T> values, List<Match> matches, Function<T, String> text) {
    Map<String, List<ClientId>> found =
        matches.stream().collect(groupingBy(Match::value, mapping(Match::client, toList())));
    return values.stream()
        .filter(value -> found.containsKey(text.apply(value)))
        .collect(toMap(Function.identity(), value -> found.get(text.apply(value))));
  }

  private static <T> String[] texts(Set<T> values, Function<T, String> text) {
    return values.stream().map(text).distinct().toArray(String[]::new);
  }
}
