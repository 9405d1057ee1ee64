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

  private final JdbcClient database;

  JdbcSubjectRegions(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<RegionPath> find(SubjectType type, UUID id) {
    return switch (type) {
      case OFFICER -> find("officers", id);
      case CLIENT -> find("clients", id);
      case CALL -> find("calls", id);
      case SESSION, FIGURES, AUDIT -> Optional.empty();
    };
  }

  private Optional<RegionPath> find(String table, UUID id) {
    return database
        .sql("SELECT region FROM " + table + " WHERE id = :id AND deleted_at IS NULL")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(RegionPath::new);
  }
}
