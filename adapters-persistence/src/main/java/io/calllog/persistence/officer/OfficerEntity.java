package io.calllog.persistence.officer;

import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.persistence.shared.AggregateEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code officers}. */
@Entity
@Table(name = "officers")
@SuppressWarnings("NullAway.Init") // Hibernate or the mapper fills the fields after construction
class OfficerEntity extends AggregateEntity {

  public String name;
  public String email;
  public String emailKey;
  public @Nullable String phone;
  public int regionKey;

  /** The keys of the regions that a manager leads. */
  public List<Integer> leads;

  @Enumerated(EnumType.STRING)
  public Role role;

  @Enumerated(EnumType.STRING)
  public OfficerStatus status;

  public String passwordHash;
  public int tokenVersion;

  @Column(updatable = false)
  public Instant createdAt;

  /** Also revokes the access tokens of the officer. */
  @Override
  public void markDeleted(Instant now) {
    super.markDeleted(now);
    tokenVersion++;
  }
}
