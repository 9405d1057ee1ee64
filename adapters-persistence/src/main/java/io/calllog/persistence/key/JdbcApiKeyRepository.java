package io.calllog.persistence.key;

import io.calllog.application.key.port.out.ApiKeyRepository;
import io.calllog.domain.key.ApiKey;
import io.calllog.domain.key.ApiKeyDetails;
import io.calllog.domain.key.ApiKeyId;
import io.calllog.domain.key.Scope;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.shared.Conflict;
import io.calllog.persistence.region.Placement;
import io.calllog.persistence.region.RegionTree;
import io.calllog.persistence.shared.Times;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Repository
class JdbcApiKeyRepository implements ApiKeyRepository {

  private static final Logger LOG = LoggerFactory.getLogger(JdbcApiKeyRepository.class);

  private final JdbcClient database;
  private final Placement placement;
  private final PolledKeys known;
  private final ApiKeyRowMapper mapper;

  JdbcApiKeyRepository(
      JdbcClient database, Placement placement, RegionTree regions, PolledKeys known) {
    this.database = database;
    this.placement = placement;
    this.known = known;
    this.mapper = new ApiKeyRowMapper(regions);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<ApiKey> findForUpdate(ApiKeyId id) {
    return database
        .sql("SELECT * FROM api_keys WHERE id = :id AND deleted_at IS NULL FOR UPDATE")
        .param("id", id.value())
        .query(mapper)
        .optional();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(ApiKey key, String hash, @Nullable ActorId creator) {
    var region = new Placement.Field("region", List.of(key.region()), List.of());
    int regionKey = placement.keys(region).getFirst().getFirst();
    ApiKeyDetails details = key.details();
    database
        .sql(
            """
            INSERT INTO api_keys (id, name, scopes, region_key, requests_per_minute, expires_at, hash, prefix,
                                  created_by, created_at, updated_at, version)
            VALUES (:id, :name, :scopes, :region, :requestsPerMinute, :expiresAt, decode(:hash, 'hex'), :prefix,
                    :creator, :createdAt, :updatedAt, :version)
            """)
        .param("id", key.id().value())
        .param("name", details.name().value())
        .param("scopes", key.scopes().stream().map(Scope::toString).toArray(String[]::new))
        .param("region", regionKey)
        .param("requestsPerMinute", details.requestsPerMinute().value())
        .param("expiresAt", expiry(details), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("hash", hash)
        .param("prefix", key.prefix())
        .param("creator", creator == null ? null : creator.value(), Types.OTHER)
        .param("createdAt", Times.parameter(key.createdAt()))
        .param("updatedAt", Times.parameter(key.updatedAt()))
        .param("version", key.version())
        .update();
    readAfterCommit();
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public ApiKey update(ApiKey key) {
    ApiKeyDetails details = key.details();
    ApiKey updated =
        database
            .sql(
                """
                UPDATE api_keys
                SET name = :name, requests_per_minute = :requestsPerMinute, expires_at = :expiresAt,
                    updated_at = :now, version = version + 1
                WHERE id = :id AND version = :version AND deleted_at IS NULL
                RETURNING *
                """)
            .param("name", details.name().value())
            .param("requestsPerMinute", details.requestsPerMinute().value())
            .param("expiresAt", expiry(details), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("now", Times.parameter(key.updatedAt()))
            .param("id", key.id().value())
            .param("version", key.version())
            .query(mapper)
            .optional()
            .orElseThrow(Conflict::lostRace);
    readAfterCommit();
    return updated;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(ApiKey key, Instant now) {
    int removed =
        database
            .sql(
                """
                UPDATE api_keys SET deleted_at = :now, updated_at = :now, version = version + 1
                WHERE id = :id AND version = :version AND deleted_at IS NULL
                """)
            .param("now", Times.parameter(now))
            .param("id", key.id().value())
            .param("version", key.version())
            .update();
    if (removed == 0) {
      throw Conflict.lostRace();
    }
    readAfterCommit();
  }

  private static @Nullable Object expiry(ApiKeyDetails details) {
    return details.expiresAt() == null ? null : Times.parameter(details.expiresAt());
  }

  private void readAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            try {
              known.read();
            } catch (DataAccessException e) {
              LOG.warn("The keys were changed, but not read again yet: {}", e.toString());
            }
          }
        });
  }
}
