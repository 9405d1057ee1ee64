package io.calllog.persistence.region;

import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the keys of the regions that officers and clients are placed in, and locks these regions
 * until the transaction ends, so that they are neither moved nor deleted before. Thread-safe.
 */
@Component
public class Placement {

  /** Locks in the order of the keys, as changes of the tree do, to avoid deadlocks. */
  private static final String LOCK =
      """
      SELECT key, path FROM regions
      WHERE path = ANY (:paths) AND deleted_at IS NULL
      ORDER BY key FOR SHARE
      """;

  /**
   * A field that names regions.
   *
   * @param name the name in the API
   * @param stored the keys in the row. Regions that are in the field already are not looked up, so
   *     they may have been deleted
   */
  public record Field(String name, List<RegionPath> regions, List<Integer> stored) {}

  private final JdbcClient database;
  private final RegionTree tree;

  Placement(JdbcClient database, RegionTree tree) {
    this.database = database;
    this.tree = tree;
  }

  /**
   * Returns the keys of the regions, for each field in the order given. Requires a transaction.
   *
   * @throws InvalidInput {@code unknown-reference} if a region does not exist
   * @throws Conflict {@code lost-race} if a region was moved or deleted at the same time
   */
  public List<List<Integer>> keys(Field... fields) {
    Map<RegionPath, Integer> locked = lock(Stream.of(fields).flatMap(this::added).toList());
    return Stream.of(fields).map(field -> keys(field, locked)).toList();
  }

  /**
   * Returns the keys of the regions, as {@link #keys} does, for a row that was deleted.
   *
   * @throws Conflict {@code region-deleted} if a region does not exist any more
   */
  public List<List<Integer>> keysOfRestored(Field... fields) {
    try {
      return keys(fields);
    } catch (InvalidInput _) {
      throw Stream.of(fields)
          .flatMap(field -> field.regions().stream())
          .filter(region -> tree.findLiving(region).isEmpty())
          .findFirst()
          .map(Conflict::regionDeleted)
          .orElseGet(Conflict::lostRace);
    }
  }

  private Stream<RegionPath> added(Field field) {
    Set<RegionPath> stored = byPath(field.stored()).keySet();
    return field.regions().stream().filter(region -> !stored.contains(region));
  }

  private List<Integer> keys(Field field, Map<RegionPath, Integer> locked) {
    Map<RegionPath, Integer> stored = byPath(field.stored());
    return field.regions().stream()
        .map(region -> {
          Integer key = stored.containsKey(region) ? stored.get(region) : locked.get(region);
          if (key == null) {
            throw new InvalidInput(
                field.name(), "unknown-reference", "must be a region that exists");
          }
          return key;
        })
        .toList();
  }

  /** Finds the regions that exist. */
  private Map<RegionPath, Integer> lock(Collection<RegionPath> regions) {
    if (regions.isEmpty()) {
      return Map.of();
    }
    // Asked before the lock, which may wait until a change of the tree is committed. Whether the
    // actor may use a region was decided about these keys.
    Map<RegionPath, Integer> known = new HashMap<>();
    regions.forEach(region -> tree.findLiving(region).ifPresent(key -> known.put(region, key)));
    Map<RegionPath, Integer> keys = new HashMap<>();
    database
        .sql(LOCK)
        .param("paths", regions.stream().map(RegionPath::path).toArray(String[]::new))
        .query(row -> {
          keys.put(new RegionPath(row.getString("path")), row.getInt("key"));
        });
    if (!keys.entrySet().containsAll(known.entrySet())) {
      throw new Conflict("lost-race", "The region was moved or deleted at the same time.");
    }
    return keys;
  }

  private Map<RegionPath, Integer> byPath(List<Integer> keys) {
    return keys.stream().distinct().collect(Collectors.toMap(tree::path, key -> key, (a, _) -> a));
  }
}
