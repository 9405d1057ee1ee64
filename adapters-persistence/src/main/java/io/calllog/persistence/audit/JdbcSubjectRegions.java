package io.calllog.persistence.audit;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.out.SubjectRegions;
import io.calllog.domain.shared.RegionPath;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSubjectRegions implements SubjectRegions {

  private static final String PLACED =
      """
      SELECT path FROM %s placed JOIN regions ON key = region_key
      WHERE placed.id = :id AND placed.deleted_at IS NULL
      """;

  private static final String REGION =
      "SELECT path FROM regions WHERE id = :id AND deleted_at IS NULL";

  private final JdbcClient database;

  JdbcSubjectRegions(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<RegionPath> find(SubjectType type, UUID id) {
    return switch (type) {
      case OFFICER -> find(PLACED.formatted("officers"), id);
      case CLIENT -> find(PLACED.formatted("clients"), id);
      case CALL -> find(PLACED.formatted("calls"), id);
      case REGION -> find(REGION, id);
      case TARGET -> find(PLACED.formatted("officers"), id).or(() -> find(REGION, id));
      case SESSION, KEY, IMPORT, FIGURES, AUDIT -> Optional.empty();
    };
  }

  private Optional<RegionPath> find(String sql, UUID id) {
    return database.sql(sql).param("id", id).query(String.class).optional().map(RegionPath::new);
  }
}
