package io.calllog.persistence.region;

import io.calllog.application.region.port.out.RegionViews;
import io.calllog.application.region.view.RegionFilter;
import io.calllog.application.region.view.RegionView;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.officer.Visibility.Everything;
import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Pages;
import io.calllog.persistence.shared.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRegionViews implements RegionViews {

  private static final RegionViewRowMapper MAPPER = new RegionViewRowMapper();

  private final JdbcClient database;

  JdbcRegionViews(@Qualifier("readDatabase") JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<RegionView> find(RegionId id, Visibility visibility) {
    var parameters = new Parameters();
    Conditions one = visible(parameters, visibility).and("id = ?", id.value());
    return read(one, 1, parameters).stream().findFirst();
  }

  @Override
  public Slice<RegionView, ByPath> list(
      RegionFilter filter, Visibility visibility, Paging<ByPath> paging) {
    var parameters = new Parameters();
    Conditions page = filtered(parameters, filter, visibility);
    if (paging.after() != null) {
      page.and("path > ?", paging.after().path());
    }
    return Pages.of(
        read(page, Pages.rowsFor(paging), parameters),
        paging,
        Function.identity(),
        view -> new ByPath(view.region().path().path()),
        () -> count(filter, visibility));
  }

  private Slice.Total count(RegionFilter filter, Visibility visibility) {
    var parameters = new Parameters();
    String where = filtered(parameters, filter, visibility).sql();
    return Pages.count(database, "regions WHERE " + where, parameters);
  }

  private static Conditions filtered(
      Parameters parameters, RegionFilter filter, Visibility visibility) {
    Conditions conditions = visible(parameters, visibility);
    RegionPath below = filter.below();
    if (below != null) {
      within(conditions, List.of(below)).and("path <> ?", below.path());
    }
    return conditions;
  }

  private static Conditions visible(Parameters parameters, Visibility visibility) {
    Conditions conditions = new Conditions(parameters).and("deleted_at IS NULL");
    return switch (visibility) {
      case Everything _ -> conditions;
      case Part(Territory territory, _) -> within(conditions, territory.roots());
    };
  }

  /** In byte order {@code 0} follows {@code /}, so a range has all paths below a region. */
  private static Conditions within(Conditions conditions, List<RegionPath> roots) {
    if (roots.contains(RegionPath.ROOT)) {
      return conditions;
    }
    String subtrees =
        String.join(
            " OR ", Collections.nCopies(roots.size(), "path = ? OR (path >= ? AND path < ?)"));
    Object[] values =
        roots.stream()
            .map(RegionPath::path)
            .flatMap(path -> Stream.of(path, path + "/", path + "0"))
            .toArray();
    return roots.isEmpty() ? conditions.and("FALSE") : conditions.and(subtrees, values);
  }

  private List<RegionView> read(Conditions conditions, int limit, Parameters parameters) {
    String regions =
        "SELECT * FROM regions WHERE %s ORDER BY path LIMIT %s"
            .formatted(conditions.sql(), parameters.bind(limit));
    return database
        .sql(RegionViewRowMapper.counted(regions) + " ORDER BY path")
        .params(parameters.byName())
        .query(MAPPER)
        .list();
  }
}
