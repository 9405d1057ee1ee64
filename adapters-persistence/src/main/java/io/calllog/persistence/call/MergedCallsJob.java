package io.calllog.persistence.call;

import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job that moves the calls of a merged client. Its instance is the id of that client. */
@Configuration(proxyBeanMethods = false)
class MergedCallsJob {

  @Bean
  CustomTask<Void> mergedCallsTask(JdbcMergedCalls calls, InstantSource clock) {
    return Tasks.custom(JdbcMergedCalls.JOB, Void.class)
        .execute((instance, context) -> {
          var merged = UUID.fromString(instance.getId());
          boolean done =
              moveAll(calls, merged, clock, () -> context.getSchedulerState().isShuttingDown());
          return done
              ? (complete, job) -> job.remove()
              : (complete, job) -> job.reschedule(complete, Instant.now());
        });
  }

  /** Each batch is a transaction. Returns false if it was stopped between two of them. */
  private static boolean moveAll(
      JdbcMergedCalls calls, UUID merged, InstantSource clock, BooleanSupplier stopping) {
    while (!stopping.getAsBoolean()) {
      if (calls.moveBatch(merged, clock.instant()) == 0) {
        return true;
      }
    }
    return false;
  }
}
