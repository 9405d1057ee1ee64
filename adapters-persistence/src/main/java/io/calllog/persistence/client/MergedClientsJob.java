package io.calllog.persistence.client;

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
class MergedClientsJob {

  @Bean
  CustomTask<Void> mergedClientsTask(JdbcMergedClients clients, InstantSource clock) {
    return Tasks.custom(JdbcMergedClients.JOB, Void.class)
        .execute((instance, context) -> {
          var merged = UUID.fromString(instance.getId());
          boolean done =
              moveAll(clients, merged, clock, () -> context.getSchedulerState().isShuttingDown());
          return done
              ? (complete, job) -> job.remove()
              : (complete, job) -> job.reschedule(complete, Instant.now());
        });
  }

  /** Each batch is a transaction. Returns false if it was stopped between two of them. */
  private static boolean moveAll(
      JdbcMergedClients clients, UUID merged, InstantSource clock, BooleanSupplier stopping) {
    while (!stopping.getAsBoolean()) {
      if (clients.moveBatch(merged, clock.instant()) == 0) {
        clients.takeTotals(merged);
        return true;
      }
    }
    return false;
  }
}
