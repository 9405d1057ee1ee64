package io.calllog.persistence.client;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.calllog.application.client.port.out.MergedClients;
import io.calllog.domain.client.ClientId;
import io.calllog.persistence.shared.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the follow-ups of a merged client at once, its calls too if they are a batch, and otherwise
 * in the background, batch by batch. Reads first ask which ids the calls of a client have, and then
 * read the calls. So the background waits until no read is under way that asked before the merge:
 * it would miss calls that moved meanwhile. It also moves calls that were being added during the
 * merge. Nobody adds a follow-up meanwhile, because that locks the client.
 */
@Repository
class JdbcMergedClients implements MergedClients {

  static final String JOB = "merged-clients";

  /** The most calls that are moved by one statement, in about a tenth of a second. */
  static final int BATCH = 1_000;

  /** Longer than a statement or a transaction of a request may take. */
  private static final Duration DELAY = Duration.ofSeconds(30);

  private static final String HAS_MANY =
      "SELECT count(*) > :batch FROM (SELECT FROM calls WHERE client_id = :merged LIMIT :batch + 1) few";

  /**
   * The latest calls first. Rows are locked in the order of their ids, as others do. A call that
   * got another client meanwhile stays with it; the condition is not that of an index, because the
   * ids are more selective.
   */
  private static final String MOVE =
      """
      WITH batch AS MATERIALIZED (
        SELECT id FROM calls
        WHERE client_id IS NOT DISTINCT FROM :merged AND id = ANY (ARRAY (
            SELECT id FROM calls WHERE client_id = :merged ORDER BY started_at DESC, id DESC LIMIT :batch))
        ORDER BY id FOR NO KEY UPDATE)
      UPDATE calls
      SET client_id = (SELECT merged_into FROM clients WHERE id = :merged), updated_at = :now, version = version + 1
      WHERE id = ANY (ARRAY (SELECT id FROM batch))
      """;

  private final JdbcClient database;
  private final ObjectProvider<SchedulerClient> scheduler;

  JdbcMergedClients(JdbcClient database, ObjectProvider<SchedulerClient> scheduler) {
    this.database = database;
    this.scheduler = scheduler;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void move(ClientId merged, Instant now) {
    moveFollowUps(merged.value(), now);
    boolean many =
        database
            .sql(HAS_MANY)
            .param("merged", merged.value())
            .param("batch", BATCH)
            .query(Boolean.class)
            .single();
    if (!many) {
      moveBatch(merged.value(), now);
    }
    takeTotals(merged.value()); // after the calls, as changes of calls lock them
    scheduler
        .getObject()
        .scheduleIfNotExists(new TaskInstance<>(JOB, merged.toString()), Instant.now().plus(DELAY));
  }

  /** Moves some calls and returns their number; 0 if none are left. */
  int moveBatch(UUID merged, Instant now) {
    return database
        .sql(MOVE)
        .param("merged", merged)
        .param("batch", BATCH)
        .param("now", Times.parameter(now))
        .update();
  }

  /** Moves all follow-ups, which are a few hundred at most. */
  private void moveFollowUps(UUID merged, Instant now) {
    database
        .sql(
            """
            UPDATE follow_ups
            SET client_id = (SELECT merged_into FROM clients WHERE id = :merged), updated_at = :now, version = version + 1
            WHERE id = ANY (ARRAY (
                SELECT id FROM follow_ups WHERE client_id = :merged ORDER BY id FOR NO KEY UPDATE))
            """)
        .param("merged", merged)
        .param("now", Times.parameter(now))
        .update();
  }

  /**
   * Totals do not change when calls move. The merged client has some of calls that were added late.
   */
  void takeTotals(UUID merged) {
    database.sql("SELECT take_merged_totals(:merged)").param("merged", merged).query(_ -> {});
  }
}
