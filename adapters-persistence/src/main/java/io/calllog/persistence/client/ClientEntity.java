package io.calllog.persistence.client;

import io.calllog.domain.client.ClientStatus;
import io.calllog.persistence.shared.AggregateEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code clients}. */
@Entity
@Table(name = "clients")
@SuppressWarnings("NullAway.Init") // Hibernate or the mapper fills the fields after construction
class ClientEntity extends AggregateEntity {

  public String name;
  public @Nullable String company;
  public @Nullable String phone;

  /** See {@link StoredPhones}. */
  public @Nullable List<String> phones;

  public @Nullable String email;
  public @Nullable String address;
  public int regionKey;

  @Enumerated(EnumType.STRING)
  public ClientStatus status;

  public @Nullable UUID ownerId;
  public @Nullable String externalId;
  public @Nullable Integer callEvery;

  @Column(updatable = false)
  public Instant createdAt;
}
