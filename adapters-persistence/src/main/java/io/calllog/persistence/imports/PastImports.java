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
    database.sql("DELETE FROM imports WHERE finished_at < now() - interval '90 days'").update();
    database
        .sql(
            """
            DELETE FROM imports WHERE state = 'RECEIVING' AND created_at < now() - interval '1 day'
            """)
        .update();
  }
}
