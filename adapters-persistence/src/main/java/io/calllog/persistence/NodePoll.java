package io.calllog.persistence;

import io.calllog.persistence.auth.PolledRevocations;
import io.calllog.persistence.region.RegionTree;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads every second what other nodes have changed: revocations, and the tree of regions. */
@Component
class NodePoll {

  private static final Logger LOG = LoggerFactory.getLogger(NodePoll.class);

  private final PolledRevocations revocations;
  private final RegionTree regions;
  private final ReentrantLock polling = new ReentrantLock();

  NodePoll(PolledRevocations revocations, RegionTree regions) {
    this.revocations = revocations;
    this.regions = regions;
  }

  /** At a fixed rate, because tasks with a fixed delay share one thread and wait for each other. */
  @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
  void poll() {
    if (!polling.tryLock()) {
      return; // the last poll still waits for the database
    }
    try {
      revocations.refresh();
      regions.refresh();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn(
          "Could not read the revoked tokens and the regions. After 5 s, each token is checked in"
              + " the database: {} ({})",
          e.toString(),
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    } finally {
      polling.unlock();
    }
  }
}
