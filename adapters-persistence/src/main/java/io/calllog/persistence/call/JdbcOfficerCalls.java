package io.calllog.persistence.call;

import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcOfficerCalls implements OfficerCalls {

  private final JdbcClient database;
  private final RegionTree regions;

  JdbcOfficerCalls(JdbcClient database, RegionTree regions) {
    this.database = database;
    this.regions = regions;
  }

  /** First waits for calls of the officer that are being added, which lock the officer. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void moveUnassigned(OfficerId officer, Instant now) {
    int region =
        database
            .sql("SELECT region_key FROM officers WHERE id = :officer FOR NO KEY UPDATE")
            .param("officer", officer.value())
            .query(Integer.class)
            .single();
    database
        .sql(
            """
            UPDATE calls SET region_key = :region, updated_at = :now, version = version + 1
            WHERE id = ANY (ARRAY (
                SELECT id FROM calls WHERE officer_id = :officer AND region_key = :unassigned
                ORDER BY id FOR NO KEY UPDATE))
            """)
        .param("region", region)
        .param("now", Times.parameter(now))
        .param("officer", officer.value())
        .param("unassigned", regions.keyOf(RegionPath.UNASSIGNED))
        .update();
  }
}
