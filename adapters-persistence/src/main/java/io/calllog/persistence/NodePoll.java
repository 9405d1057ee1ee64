package io.calllog.persistence;

import io.calllog.persistence.connection.PostgresWatch;
import io.calllog.persistence.shared.Polled;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads every second what other nodes have changed: revocations, keys, and the tree of regions. */
@Component
class NodePoll {

  private static final Logger LOG = LoggerFactory.getLogger(NodePoll.class);

  private final List<Polled> polled;
  private final PostgresWatch postgres;
  private final ReentrantLock polling = new ReentrantLock();

  NodePoll(List<Polled> polled, PostgresWatch postgres) {
    this.polled = polled;
    this.postgres = postgres;
  }

  /** At a fixed rate, because tasks with a fixed delay share one thread and wait for each other. */
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void poll() {
    if (!postgres.isAvailable() || !polling.tryLock()) {
      return; // the watch has logged it, or the last poll still waits for the database
    }
    try {
      polled.forEach(NodePoll::refresh);
    } finally {
      polling.unlock();
    }
  }

  private static void refresh(Polled polled) {
    try {
      polled.refresh();
    } catch (RuntimeException e) { // the others are read nevertheless
      LOG.warn(
          "{} could not read the changes of other nodes. After 5 s, each request reads them: {} ({})",
          polled.getClass().getSimpleName(),
          e.toString(),
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    }
  }
}
