package io.calllog.persistence.job;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.calllog.application.job.port.out.JobViews;
import io.calllog.application.job.view.JobView;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcJobViews implements JobViews {

  private final JdbcClient database;

  JdbcJobViews(@Qualifier("readDatabase") JdbcClient database) {
    this.database = database;
  }

  @Override
  public List<JobView> list() {
    return database
        .sql("SELECT * FROM scheduled_tasks ORDER BY task_name, task_instance")
        .query(JdbcJobViews::map)
        .list();
  }

  private static JobView map(ResultSet row, int number) throws SQLException {
    int failures = row.getInt("consecutive_failures"); // null, and so 0, before the first run
    String instance = row.getString("task_instance");
    return new JobView(
        row.getString("task_name"),
        instance.equals(RecurringTask.INSTANCE) ? null : instance,
        Times.read(row, "execution_time"),
        row.getString("picked_by"),
        Times.readNullable(row, "last_success"),
        Times.readNullable(row, "last_failure"),
        failures,
        failures == 0 ? null : row.getString("last_error"));
  }
}
