package io.calllog.persistence.call;

import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.persistence.shared.AggregateEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code calls}, for updates. {@link JpaCallRepository} inserts rows with SQL. */
@Entity
@Table(name = "calls")
@SuppressWarnings("NullAway.Init") // Hibernate or the mapper fills the fields after construction
class CallEntity extends AggregateEntity {

  public UUID officerId;

  public @Nullable UUID clientId;

  public int regionKey;

  @Enumerated(EnumType.STRING)
  public CallType type;

  @Enumerated(EnumType.STRING)
  public CallOutcome outcome;

  public int durationSeconds;
  public Instant startedAt;
  public @Nullable String comment;
  public @Nullable String externalId;
  public @Nullable String number;

  @Column(updatable = false)
  public UUID loggedBy;

  @Column(updatable = false)
  public Instant loggedAt;
}
