package io.calllog.persistence.auth;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.calllog.application.auth.port.out.Revocations;
import io.calllog.application.auth.session.TokenLifetimes;
import io.calllog.application.shared.SessionId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Polled;
import io.calllog.persistence.shared.SharedRead;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads all revocations within the lifetime of an access token every second (ADR 0021); tokens that
 * were revoked earlier have expired. If the last successful poll began more than five seconds ago,
 * they are read for every request; requests at the same time share a read, so that they do not take
 * the connection that the poll needs. Thread-safe.
 */
@Component
class PolledRevocations implements Revocations, Polled {

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  /** Tolerance for clock differences, and for commits some time after the recorded time. */
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private record Revoked(Map<UUID, Integer> tokenVersions, Set<UUID> sessions, long asOf) {}

  private final JdbcClient database;
  private final double windowSeconds;
  private final LongSupplier nanoTime;
  private final Counter checkedSingly;
  private final SharedRead<Revoked> reading = new SharedRead<>(this::read);
  private volatile Revoked known;

  @Autowired
  PolledRevocations(
      @Qualifier("systemDatabase") JdbcClient database,
      TokenLifetimes lifetimes,
      MeterRegistry meters) {
    this(database, lifetimes, meters, System::nanoTime);
  }

  PolledRevocations(
      JdbcClient database, TokenLifetimes lifetimes, MeterRegistry meters, LongSupplier nanoTime) {
    this.database = database;
    this.windowSeconds = lifetimes.access().plus(MARGIN).toMillis() / 1_000.0;
    this.nanoTime = nanoTime;
    this.checkedSingly =
        Counter.builder("calllog.revocations.checked-in-database")
            .description("Requests whose token was checked in the database")
            .register(meters);
    this.known = new Revoked(Map.of(), Set.of(), nanoTime.getAsLong() - MAX_AGE.toNanos() - 1);
    TimeGauge.builder(
            "calllog.revocations.age", () -> nanoTime.getAsLong() - known.asOf(), NANOSECONDS)
        .description("Time since this node last read the revocations")
        .register(meters);
  }

  @Override
  public boolean isRevoked(OfficerId officer, int tokenVersion, SessionId session) {
    Revoked revoked = known;
    if (nanoTime.getAsLong() - revoked.asOf() > MAX_AGE.toNanos()) {
      checkedSingly.increment();
      revoked = reading.get();
    }
    Integer current = revoked.tokenVersions().get(officer.value());
    return (current != null && tokenVersion < current)
        || revoked.sessions().contains(session.value());
  }

  /** Reads the revocations. If this fails, those that were read before stay in use. */
  @Override
  public void refresh() {
    known = read();
  }

  private Revoked read() {
    long asOf = nanoTime.getAsLong();
    return new Revoked(tokenVersions(), sessions(), asOf);
  }

  private Map<UUID, Integer> tokenVersions() {
    Map<UUID, Integer> tokenVersions = new HashMap<>();
    database
        .sql(
            """
            SELECT id, token_version FROM officers
            WHERE token_version_changed_at > now() - make_interval(secs => :window)
            """)
        .param("window", windowSeconds)
        .query(row -> {
          tokenVersions.put(row.getObject("id", UUID.class), row.getInt("token_version"));
        });
    return tokenVersions;
  }

  private Set<UUID> sessions() {
    return new HashSet<>(
        database
            .sql("SELECT id FROM sessions WHERE ended_at > now() - make_interval(secs => :window)")
            .param("window", windowSeconds)
            .query(UUID.class)
            .list());
  }
}
