package io.calllog.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SystemClock;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerConfigurationSupport;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.stats.StatsRegistry;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.calllog.application.job.port.out.JobViews;
import io.calllog.application.job.view.JobView;
import io.calllog.persistence.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Jobs on several nodes, which share the database. */
@OnPostgres
class JobsIT {

  /** Long enough that no pause of this machine looks like the end of a node. */
  private static final Duration NO_NODE_DIES = Duration.ofSeconds(10);

  private static final Duration SOON = Duration.ofMillis(50);

  private final DataSource dataSource;
  private final JdbcClient database;
  private final TransactionOperations transactions;
  private final Scheduler client;
  private final LastErrors lastErrors;
  private final JobViews views;

  private final List<Scheduler> nodes = new ArrayList<>();
  private final String name = "test-" + UUID.randomUUID();
  private final Queue<String> runs = new ConcurrentLinkedQueue<>();

  JobsIT(
      DataSource dataSource,
      JdbcClient database,
      TransactionOperations transactions,
      Scheduler client,
      LastErrors lastErrors,
      JobViews views) {
    this.dataSource = dataSource;
    this.database = database;
    this.transactions = transactions;
    this.client = client;
    this.lastErrors = lastErrors;
    this.views = views;
  }

  @AfterEach
  void stop_the_nodes() {
    nodes.forEach(Scheduler::stop);
    database
        .sql("DELETE FROM scheduled_tasks WHERE task_name = :name")
        .param("name", name)
        .update();
  }

  @Test
  void a_recurring_job_runs_on_one_of_the_nodes_that_start_together() {
    for (String host : List.of("a", "b", "c")) {
      start(host, NO_NODE_DIES, hourly(() -> runs.add(host)));
    }

    await().until(() -> views().getFirst().lastSuccessAt() != null);

    assertThat(runs).hasSize(1);
    JobView job = views().getFirst();
    assertThat(job.dueAt()).isAfter(Instant.now().plus(Duration.ofMinutes(50)));
    assertThat(job.runningOn()).isNull();
    assertThat(job.consecutiveFailures()).isZero();
    assertThat(job.lastError()).isNull();
  }

  @Test
  void each_of_many_jobs_runs_once_on_several_nodes() {
    Task<Void> task = Tasks.oneTime(name).execute((instance, _) -> runs.add(instance.getId()));
    IntStream.range(0, 100).forEach(number -> schedule("job " + number));
    for (String host : List.of("a", "b")) {
      start(host, NO_NODE_DIES, task);
    }

    await().until(() -> waiting() == 0);

    assertThat(runs).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void the_job_of_a_node_that_sends_no_heartbeats_is_run_by_another_node() {
    var end = new CountDownLatch(1);
    Task<Void> task =
        Tasks.oneTime(name)
            .execute((_, context) -> {
              runs.add(context.getExecution().pickedBy);
              if (context.getExecution().pickedBy.equals("dying")) {
                awaitQuietly(end);
              }
            });
    schedule("import");
    ScheduledExecutorService heartbeats = Executors.newScheduledThreadPool(1);
    Duration heartbeat = Duration.ofMillis(500);
    Scheduler dying = start("dying", heartbeat, heartbeats, task);
    await().until(() -> runs.contains("dying"));

    dying.pause(); // looks for no other jobs
    heartbeats.shutdownNow();
    start("living", heartbeat, task);

    await().until(() -> waiting() == 0);
    end.countDown();
    nodes.forEach(Scheduler::stop);
    assertThat(runs).containsExactly("dying", "living");
    assertThat(waiting()).isZero();
  }

  @Test
  void a_job_that_stops_with_its_node_goes_on_at_another_node() {
    Task<Void> task =
        Tasks.custom(name, Void.class)
            .execute((_, context) -> {
              String host = context.getExecution().pickedBy;
              runs.add(host);
              if (host.equals("second")) {
                return (_, job) -> job.remove();
              }
              await().until(() -> context.getSchedulerState().isShuttingDown());
              return (complete, job) -> job.reschedule(complete, Instant.now());
            });
    schedule("import");
    Scheduler first = start("first", NO_NODE_DIES, task);
    await().until(() -> runs.contains("first"));

    first.stop();
    start("second", NO_NODE_DIES, task);

    await().until(() -> waiting() == 0);
    assertThat(runs).containsExactly("first", "second");
  }

  @Test
  void the_last_error_is_kept_without_values_of_rows_until_a_run_succeeds() {
    start(
        "a",
        NO_NODE_DIES,
        hourly(() -> {
          if (runs.isEmpty()) {
            runs.add("failed");
            database.sql("INSERT INTO regions (path) VALUES ('unassigned')").update();
          }
        }));
    await().until(() -> views().getFirst().consecutiveFailures() == 1);
    JobView failed = views().getFirst();
    assertThat(failed.lastError())
        .matches("duplicate key .+ constraint \"\\w+\" \\(SQLSTATE 23505\\)");
    assertThat(failed.lastFailureAt()).isNotNull();
    assertThat(failed.lastSuccessAt()).isNull();

    database
        .sql("UPDATE scheduled_tasks SET execution_time = now() WHERE task_name = :name")
        .param("name", name)
        .update();

    await().until(() -> views().getFirst().lastSuccessAt() != null);
    JobView succeeded = views().getFirst();
    assertThat(succeeded.lastError()).isNull();
    assertThat(succeeded.consecutiveFailures()).isZero();
    assertThat(succeeded.lastFailureAt()).isEqualTo(failed.lastFailureAt());
  }

  @Test
  void a_long_error_is_cut() {
    start(
        "a",
        NO_NODE_DIES,
        hourly(() -> {
          throw new IllegalStateException("x".repeat(1000));
        }));

    await().until(() -> views().getFirst().consecutiveFailures() == 1);

    assertThat(views().getFirst().lastError()).startsWith("IllegalStateException: x").hasSize(500);
  }

  @Test
  void a_job_is_scheduled_together_with_what_its_transaction_stores() {
    transactions.executeWithoutResult(transaction -> {
      schedule("import");
      assertThat(waiting()).isOne();
      transaction.setRollbackOnly();
    });
    assertThat(waiting()).isZero();
  }

  @Test
  void a_job_that_is_done_once_is_listed_with_its_id() {
    schedule("import");
    assertThat(views()).singleElement().extracting(JobView::id).isEqualTo("import");
  }

  private RecurringTask<Void> hourly(Runnable work) {
    return Tasks.recurring(name, FixedDelay.ofHours(1)).execute((_, _) -> work.run());
  }

  private void schedule(String instance) {
    assertThat(client.scheduleIfNotExists(new TaskInstance<>(name, instance), Instant.now()))
        .isTrue();
  }

  private Scheduler start(String host, Duration heartbeat, Task<Void> task) {
    return start(host, heartbeat, Executors.newScheduledThreadPool(1), task);
  }

  private Scheduler start(
      String host, Duration heartbeat, ScheduledExecutorService heartbeats, Task<Void> task) {
    var properties = new DbSchedulerProperties();
    properties.setSchedulerName(host);
    properties.setPollingInterval(SOON);
    properties.setHeartbeatInterval(heartbeat);
    properties.setMissedHeartbeatsLimit(4);
    properties.setShutdownMaxWait(Duration.ofSeconds(5));
    var customizer =
        new DbSchedulerCustomizer() {
          @Override
          public Optional<Serializer> serializer() {
            return Optional.of(new Jackson3Serializer());
          }

          @Override
          public Optional<ScheduledExecutorService> housekeeperExecutor() {
            return Optional.of(heartbeats);
          }
        };
    Scheduler node =
        DbSchedulerConfigurationSupport.buildScheduler(
            properties,
            customizer,
            StatsRegistry.NOOP,
            new SystemClock(),
            dataSource,
            Collections.singletonList(task),
            List.of(),
            List.of(lastErrors));
    nodes.add(node);
    node.start();
    return node;
  }

  private List<JobView> views() {
    return views.list().stream().filter(job -> job.name().equals(name)).toList();
  }

  private int waiting() {
    return database
        .sql("SELECT count(*) FROM scheduled_tasks WHERE task_name = :name")
        .param("name", name)
        .query(Integer.class)
        .single();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
