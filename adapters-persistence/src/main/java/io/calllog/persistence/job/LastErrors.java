package io.calllog.persistence.job;

import com.github.kagkarlsson.scheduler.event.ExecutionChain;
import com.github.kagkarlsson.scheduler.event.ExecutionInterceptor;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores the error of a failed run beside its job, for administrators. db-scheduler logs the
 * failure with its stack trace and plans the next run.
 */
@Component
class LastErrors implements ExecutionInterceptor {

  private static final int MAX_LENGTH = 500;

  private final JdbcClient database;

  LastErrors(JdbcClient database) {
    this.database = database;
  }

  @Override
  public CompletionHandler<?> execute(
      TaskInstance<?> job, ExecutionContext context, ExecutionChain run) {
    try {
      return run.proceed(job, context);
    } catch (RuntimeException | Error failure) {
      try {
        store(job, describe(failure));
      } catch (DataAccessException notStored) { // PostgreSQL is unavailable
        failure.addSuppressed(notStored);
      }
      throw failure;
    }
  }

  private void store(TaskInstance<?> job, String error) {
    database
        .sql(
            """
            UPDATE scheduled_tasks SET last_error = :error
            WHERE task_name = :name AND task_instance = :instance
            """)
        .param("error", error)
        .param("name", job.getTaskName())
        .param("instance", job.getId())
        .update();
  }

  /**
   * Returns the message of the cause. Of an error of PostgreSQL it is the message without the
   * details, which contain values of rows.
   */
  private static String describe(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String text =
        cause instanceof PSQLException error && error.getServerErrorMessage() != null
            ? "%s (SQLSTATE %s)"
                .formatted(error.getServerErrorMessage().getMessage(), error.getSQLState())
            : "%s: %s".formatted(cause.getClass().getSimpleName(), cause.getMessage());
    return text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
  }
}
