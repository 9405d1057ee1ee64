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

/** A row of {@code calls}, as far as a call changes; inserted by a statement of its own. */
@Entity
@Table(name = "calls")
@SuppressWarnings("NullAway.Init") // Hibernate or the mapper fills the fields after construction
class CallEntity extends AggregateEntity {

  @Column(updatable = false)
  private UUID officerId;

  private @Nullable UUID clientId;

  @Column(updatable = false)
  private String region;

  @Enumerated(EnumType.STRING)
  private CallType type;

  @Enumerated(EnumType.STRING)
  private CallOutcome outcome;

  private int durationSeconds;
  private Instant startedAt;
  private @Nullable String comment;

  @Column(updatable = false)
  private UUID loggedBy;

  @Column(updatable = false)
  private Instant loggedAt;

  public UUID getOfficerId() {
    return officerId;
  }

  public void setOfficerId(UUID officerId) {
    this.officerId = officerId;
  }

  public @Nullable UUID getClientId() {
    return clientId;
  }

  public void setClientId(@Nullable UUID clientId) {
    this.clientId = clientId;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public CallType getType() {
    return type;
  }

  public void setType(CallType type) {
    this.type = type;
  }

  public CallOutcome getOutcome() {
    return outcome;
  }

  public void setOutcome(CallOutcome outcome) {
    this.outcome = outcome;
  }

  public int getDurationSeconds() {
    return durationSeconds;
  }

  public void setDurationSeconds(int durationSeconds) {
    this.durationSeconds = durationSeconds;
  }

  public Instant getStartedAt() {
    return startedAt;
  }

  public void setStartedAt(Instant startedAt) {
    this.startedAt = startedAt;
  }

  public @Nullable String getComment() {
    return comment;
  }

  public void setComment(@Nullable String comment) {
    this.comment = comment;
  }

  public UUID getLoggedBy() {
    return loggedBy;
  }

  public void setLoggedBy(UUID loggedBy) {
    this.loggedBy = loggedBy;
  }

  public Instant getLoggedAt() {
    return loggedAt;
  }

  public void setLoggedAt(Instant loggedAt) {
    this.loggedAt = loggedAt;
  }
}
