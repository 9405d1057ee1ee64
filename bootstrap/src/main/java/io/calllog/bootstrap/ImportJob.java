package io.calllog.bootstrap;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.calllog.application.imports.port.in.RunImport;
import io.calllog.application.imports.port.out.ImportQueue;
import io.calllog.application.shared.ImportId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that adds the rows of a file. Its instance is the id of the import. */
@Configuration(proxyBeanMethods = false)
class ImportJob {

  private static final String NAME = "import";

  private static final Duration RETRY = Duration.ofSeconds(10);

  /** The other threads of the scheduler are for short jobs, such as adding partitions. */
  private static final int MOST_AT_ONCE = 2;

  private static final Duration WAIT = Duration.ofSeconds(1);

  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  @Bean
  CustomTask<Void> importTask(RunImport imports) {
    return Tasks.custom(NAME, Void.class)
        .onFailure(new OnFailureRetryLater<>(RETRY))
        .execute((instance, context) -> {
          if (!places.tryAcquire()) {
            return (complete, operations) ->
                operations.reschedule(complete, Instant.now().plus(WAIT));
          }
          try {
            var id = new ImportId(UUID.fromString(instance.getId()));
            boolean ended = imports.run(id, () -> context.getSchedulerState().isShuttingDown());
            return ended
                ? (complete, operations) -> operations.remove()
                : (complete, operations) -> operations.reschedule(complete, Instant.now());
          } finally {
            places.release();
          }
        });
  }

  /** Commands have no scheduler, and start no imports. */
  @Bean
  ImportQueue importQueue(ObjectProvider<SchedulerClient> scheduler) {
    return id ->
        scheduler
            .getObject()
            .scheduleIfNotExists(new TaskInstance<>(NAME, id.toString()), Instant.now());
  }
}
