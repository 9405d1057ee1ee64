package io.calllog.persistence.key;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.calllog.application.key.port.out.ValidKeys;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Polled;
import io.calllog.persistence.shared.SharedRead;
import io.calllog.persistence.shared.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads all keys that were not revoked every second (ADR 0038). If the last successful poll began
 * more than five seconds ago, each request reads the keys, and requests at the same time share a
 * read. An unknown key may have been created by another node, so it makes this node read all keys,
 * but only a few times a second. The poll also stores when keys were used. Thread-safe.
 */
@Component
class PolledKeys implements ValidKeys, Polled {

  private static final String LIVING = "SELECT * FROM api_keys WHERE deleted_at IS NULL";

  private static final Duration MAX_AGE = Duration.ofSeconds(5);

  /** The shortest time between two reads that unknown keys cause. */
  private static final Duration UNKNOWN_INTERVAL = Duration.ofMillis(250);

  /** The accuracy of the time of the last use. */
  private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

  /** A key with its hash and its stored time of last use. */
  private record Living(String hash, ApiKey key, int regionKey, @Nullable Instant lastUsedAt) {}

  private record Known(Map<String, Living> byHash, long asOf) {}

  private final JdbcClient database;
  private final RegionTree regions;
  private final ApiKeyRowMapper mapper;
  private final LongSupplier nanoTime;
  private final SharedRead<Known> reading = new SharedRead<>(this::stored);
  private final ReentrantLock lookUp = new ReentrantLock();
  private final Map<ApiKeyId, Instant> uses = new ConcurrentHashMap<>();
  private volatile Known known;
  private long lookedUpAt;

  @Autowired
  PolledKeys(@Qualifier("systemDatabase") JdbcClient database, RegionTree regions) {
    this(database, regions, System::nanoTime);
  }

  PolledKeys(JdbcClient database, RegionTree regions, LongSupplier nanoTime) {
    this.database = database;
    this.regions = regions;
    this.mapper = new ApiKeyRowMapper(regions);
    this.nanoTime = nanoTime;
    this.known = new Known(Map.of(), nanoTime.getAsLong() - MAX_AGE.toNanos() - 1);
    this.lookedUpAt = nanoTime.getAsLong() - UNKNOWN_INTERVAL.toNanos();
  }

  @Override
  public Optional<ApiKey> use(String hash, Instant now) {
    Living found = find(hash);
    if (found == null || found.key().isExpired(now)) {
      return Optional.empty();
    }
    uses.put(found.key().id(), now);
    return Optional.of(found.key().in(regions.path(found.regionKey()))); // it may have been moved
  }

  private @Nullable Living find(String hash) {
    Known current = known;
    if (nanoTime.getAsLong() - current.asOf() > MAX_AGE.toNanos()) {
      return reading.get().byHash().get(hash);
    }
    Living found = current.byHash().get(hash);
    return found == null ? lookUp(hash) : found;
  }

  /** One request reads at a time, so that the others find what it has read. */
  private @Nullable Living lookUp(String hash) {
    lookUp.lock();
    try {
      Living found = known.byHash().get(hash);
      long now = nanoTime.getAsLong();
      if (found != null || now - lookedUpAt < UNKNOWN_INTERVAL.toNanos()) {
        return found;
      }
      lookedUpAt = now;
      read();
      return known.byHash().get(hash);
    } finally {
      lookUp.unlock();
    }
  }

  /**
   * Reads the keys and stores when they were used. If reading fails, the known ones stay in use.
   */
  @Override
  public void refresh() {
    read();
    storeUses();
  }

  /** Reads the keys. */
  void read() {
    publish(stored());
  }

  private Known stored() {
    long asOf = nanoTime.getAsLong();
    Map<String, Living> byHash =
        database.sql(LIVING).query((row, _) -> living(row)).list().stream()
            .collect(toMap(Living::hash, identity()));
    return new Known(byHash, asOf);
  }

  /** A slow read must not replace one that began after it. */
  private synchronized void publish(Known read) {
    if (read.asOf() - known.asOf() >= 0) {
      known = read;
    }
  }

  /**
   * Leaves out the keys for which any node has stored a use within the last minute, and those that
   * another node is storing now.
   */
  private void storeUses() {
    List<Living> due = known.byHash().values().stream().filter(this::isDue).toList();
    if (!due.isEmpty()) {
      database
          .sql(
              """
              UPDATE api_keys SET last_used_at = used.at
              FROM unnest(cast(:ids AS uuid[]), cast(:times AS timestamptz[])) AS used (id, at)
              WHERE api_keys.id = used.id AND (last_used_at IS NULL OR last_used_at < used.at)
                AND api_keys.id IN (SELECT id FROM api_keys WHERE id = ANY (cast(:ids AS uuid[]))
                                    FOR NO KEY UPDATE SKIP LOCKED)
              """)
          .param(
              "ids",
              due.stream().map(living -> living.key().id().toString()).toArray(String[]::new))
          .param(
              "times",
              due.stream()
                  .map(living -> String.valueOf(uses.get(living.key().id())))
                  .toArray(String[]::new))
          .update();
    }
  }

  private boolean isDue(Living living) {
    Instant used = uses.get(living.key().id());
    Instant stored = living.lastUsedAt();
    return used != null && (stored == null || !used.isBefore(stored.plus(USE_INTERVAL)));
  }

  private Living living(ResultSet row) throws SQLException {
    return new Living(
        HexFormat.of().formatHex(row.getBytes("hash")),
        mapper.mapRow(row, 0),
        row.getInt("region_key"),
        Times.readNullable(row, "last_used_at"));
  }
}
