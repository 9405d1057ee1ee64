package io.calllog.persistence.client;

import io.calllog.domain.client.ClientStatus;
import io.calllog.persistence.shared.AggregateEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code clients}. */
@Entity
@Table(name = "clients")
@SuppressWarnings("NullAway.Init") // Hibernate or the mapper fills the fields after construction
class ClientEntity extends AggregateEntity {

  private String name;
  private @Nullable String company;
  private @Nullable String phone;
  private @Nullable String email;
  private @Nullable String address;
  private String region;

  @Enumerated(EnumType.STRING)
  private ClientStatus status;

  private @Nullable UUID ownerId;

  @Column(updatable = false)
  private Instant createdAt;

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public @Nullable String getCompany() {
    return company;
  }

  public void setCompany(@Nullable String company) {
    this.company = company;
  }

  public @Nullable String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String phone) {
    this.phone = phone;
  }

  public @Nullable String getEmail() {
    return email;
  }

  public void setEmail(@Nullable String email) {
    this.email = email;
  }

  public @Nullable String getAddress() {
    return address;
  }

  public void setAddress(@Nullable String address) {
    this.address = address;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public ClientStatus getStatus() {
    return status;
  }

  public void setStatus(ClientStatus status) {
    this.status = status;
  }

  public @Nullable UUID getOwnerId() {
    return ownerId;
  }

  public void setOwnerId(@Nullable UUID ownerId) {
    this.ownerId = ownerId;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public void setCreatedAt(Instant createdAt) {
    this.createdAt = createdAt;
  }
}
