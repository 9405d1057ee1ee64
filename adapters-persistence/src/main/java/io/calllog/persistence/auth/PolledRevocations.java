package io.calllog.persistence.auth;

import io.calllog.application.auth.port.out.Revocations;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Knows all that was revoked within a token's lifetime, and asks for it every two seconds (ADR
 * 0021); what was revoked before has expired. Where the last answer is older than five seconds, it
 * asks about each token instead. Thread-safe.
 */
@Component
class PolledRevocations implements Revocations {

  private static final Logger LOG = LoggerFactory.getLogger(PolledRevocations.class);
  private static final Duration TOO_OLD = Duration.ofSeconds(5);

  /** By so much the clocks of nodes and database may differ, and a commit come after its moment. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private record Revoked(Map<UUID, Integer> tokenVersions, Set<UUID> sessions, long asOf) {}

  private final JdbcClient database;
  private final double window;
  private final LongSupplier nanoTime;
  private final Counter singly;
  private final ReentrantLock polling = new ReentrantLock();
  private volatile Revoked known;

  @Autowired
  PolledRevocations(JdbcClient database, TokenLifetimes lifetimes, MeterRegistry meters) {
    this(database, lifetimes, meters, System::nanoTime);
  }

  PolledRevocations(
      JdbcClient database, TokenLifetimes lifetimes, MeterRegistry meters, LongSupplier nanoTime) {
    this.database = database;
    this.window = lifetimes.access().plus(MARGIN).toMillis() / 1_000.0;
    this.nanoTime = nanoTime;
    this.singly =
        Counter.builder("calllog.revocations.asked-singly")
            .description("Requests whose token was checked in the database")
            .register(meters);
    this.known = new Revoked(Map.of(), Set.of(), nanoTime.getAsLong() - TOO_OLD.toNanos() - 1);
  }

  @Override
  public boolean isRevoked(OfficerId officer, int tokenVersion, SessionId session) {
    Revoked revoked = known;
    if (nanoTime.getAsLong() - revoked.asOf() > TOO_OLD.toNanos()) {
      singly.increment();
      return !isGood(officer, tokenVersion, session);
    }
    Integer current = revoked.tokenVersions().get(officer.value());
    return (current != null && tokenVersion < current)
        || revoked.sessions().contains(session.value());
  }

  /** At a fixed rate: what runs at a fixed delay shares a thread, and would wait for the others. */
  @Scheduled(fixedRate = 2, timeUnit = TimeUnit.SECONDS)
  void poll() {
    if (!polling.tryLock()) {
      return; // the last one still waits for the database
    }
    long asOf = nanoTime.getAsLong();
    try {
      known = new Revoked(tokenVersions(), sessions(), asOf);
    } catch (DataAccessException | TransactionException e) {
      LOG.warn(
          "Could not read the revoked tokens. After 5 s, each token is checked in the database:"
              + " {} ({})",
          e.toString(),
          NestedExceptionUtils.getMostSpecificCause(e).toString());
    } finally {
      polling.unlock();
    }
  }

  private Map<UUID, Integer> tokenVersions() {
    Map<UUID, Integer> tokenVersions = new HashMap<>();
    database
        .sql(
            """
            SELECT id, token_version FROM officers
            WHERE token_version_changed_at > now() - make_interval(secs => :window)
            """)
        .param("window", window)
        .query(row -> {
          tokenVersions.put(row.getObject("id", UUID.class), row.getInt("token_version"));
        });
    return tokenVersions;
  }

  private Set<UUID> sessions() {
    return new HashSet<>(
        database
            .sql("SELECT id FROM sessions WHERE ended_at > now() - make_interval(secs => :window)")
            .param("window", window)
            .query(UUID.class)
            .list());
  }

  private boolean isGood(OfficerId officer, int tokenVersion, SessionId session) {
    return database
        .sql(
            """
            SELECT EXISTS (
                SELECT FROM officers
                WHERE id = :officer AND token_version = :tokenVersion AND deleted_at IS NULL)
                AND NOT EXISTS (SELECT FROM sessions WHERE id = :session AND ended_at IS NOT NULL)
            """)
        .param("officer", officer.value())
        .param("tokenVersion", tokenVersion)
        .param("session", session.value())
        .query(Boolean.class)
        .single();
  }
}
