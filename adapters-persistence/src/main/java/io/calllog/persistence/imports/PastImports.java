package io.calllog.persistence.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes imports that ended 90 days ago, because their rejected rows contain personal data, and
 * what a node that was killed had received of a file.
 */
@Component
class PastImports {

  private final JdbcClient database;

  PastImports(JdbcClient database) {
    this.database = database;
  }

  @Bean
  RecurringTask<Void> pastImportsJob() {
    return Tasks.recurring("past-imports", FixedDelay.ofHours(1)).execute((_, _) -> forget());
  }

  void forget() {
    forget("import_errors", "finished_at < now() - interval '90 days'", 10_000);
    forget("import_parts", "state = 'RECEIVING' AND created_at < now() - interval '1 day'", 100);
  }

  /** Deletes imports, and before that their rows of another table in small statements. */
  private void forget(String rows, String past, int batch) {
    String delete =
        """
        DELETE FROM %1$s WHERE ctid = ANY (ARRAY (
            SELECT %1$s.ctid FROM %1$s JOIN imports ON id = import_id WHERE %2$s LIMIT %3$s))
        """
            .formatted(rows, past, batch);
    int deleted;
    do {
      deleted = database.sql(delete).update();
    } while (deleted == batch);
    database.sql("DELETE FROM imports WHERE " + past).update();
  }
}
