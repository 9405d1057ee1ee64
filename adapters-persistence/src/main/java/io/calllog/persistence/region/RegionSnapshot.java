package io.calllog.persistence.region;

import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tree of regions at one version. Immutable.
 *
 * @param paths by key
 * @param keys by path; first the region that is not deleted, if there is one
 * @param living the paths of regions that are not deleted
 */
record RegionSnapshot(
    long version,
    Map<Integer, RegionPath> paths,
    NavigableMap<String, List<Integer>> keys,
    Set<RegionPath> living) {

  /** The tree before it was read. */
  static final RegionSnapshot NONE = new RegionSnapshot(-1, Map.of(), new TreeMap<>(), Set.of());

  /** Reads the rows of a query for version, key, path and living, ordered as keys of a path are. */
  static RegionSnapshot read(ResultSet rows) throws SQLException {
    long version = 0;
    Map<Integer, RegionPath> paths = new HashMap<>();
    NavigableMap<String, List<Integer>> keys = new TreeMap<>();
    Set<RegionPath> living = new HashSet<>();
    while (rows.next()) {
      version = rows.getLong("version");
      int key = rows.getInt("key");
      RegionPath path = Columns.text(rows, "path", RegionPath::new);
      paths.put(key, path);
      keys.computeIfAbsent(path.path(), _ -> new ArrayList<>(1)).add(key);
      if (rows.getBoolean("living")) {
        living.add(path);
      }
    }
    return new RegionSnapshot(version, paths, keys, living);
  }

  Optional<RegionPath> pathOf(int key) {
    return Optional.ofNullable(paths.get(key));
  }

  Optional<Integer> keyOf(RegionPath path) {
    return Optional.ofNullable(keys.get(path.path())).map(List::getFirst);
  }

  boolean isLiving(RegionPath path) {
    return living.contains(path);
  }

  /** The keys of regions and of those below them, deleted ones included. */
  List<Integer> keysWithin(Collection<RegionPath> roots) {
    List<Integer> found = new ArrayList<>();
    for (RegionPath root : roots) {
      found.addAll(keys.getOrDefault(root.path(), List.of()));
      // '0' follows '/', so the range has all paths that start with "path/"
      keys.subMap(root.path() + "/", root.path() + "0").values().forEach(found::addAll);
    }
    return List.copyOf(found);
  }
}
