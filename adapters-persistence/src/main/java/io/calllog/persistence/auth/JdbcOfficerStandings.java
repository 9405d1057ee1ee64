package io.calllog.persistence.auth;

import io.calllog.application.auth.port.out.OfficerStandings;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Region;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOfficerStandings implements OfficerStandings {

  private final JdbcClient database;

  JdbcOfficerStandings(JdbcClient database) {
    this.database = database;
  }

  @Override
  public Optional<Standing> find(OfficerId id) {
    return database
        .sql(
            """
            SELECT role, region, status, epoch FROM officers
            WHERE id = :id AND deleted_at IS NULL
            """)
        .param("id", id.value())
        .query((row, _) ->
            new Standing(
                new Actor(
                    id, Role.valueOf(row.getString("role")), new Region(row.getString("region"))),
                OfficerStatus.valueOf(row.getString("status")),
                row.getInt("epoch")))
        .optional();
  }
}
