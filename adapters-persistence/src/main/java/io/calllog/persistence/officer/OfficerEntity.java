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
import org.jspecify.annotations.Nullable;

/** A row of {@code officers}. */
@Entity
@Table(name = "officers")
@SuppressWarnings("NullAway.Init") // Hibernate or the mapper fills the fields after construction
class OfficerEntity extends AggregateEntity {

  private String name;
  private String email;
  private String emailKey;
  private @Nullable String phone;
  private String region;

  @Enumerated(EnumType.STRING)
  private Role role;

  @Enumerated(EnumType.STRING)
  private OfficerStatus status;

  private String passwordHash;
  private int tokenVersion;

  @Column(updatable = false)
  private Instant createdAt;

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getEmailKey() {
    return emailKey;
  }

  public void setEmailKey(String emailKey) {
    this.emailKey = emailKey;
  }

  public @Nullable String getPhone() {
    return phone;
  }

  public void setPhone(@Nullable String phone) {
    this.phone = phone;
  }

  public String getRegion() {
    return region;
  }

  public void setRegion(String region) {
    this.region = region;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public OfficerStatus getStatus() {
    return status;
  }

  public void setStatus(OfficerStatus status) {
    this.status = status;
  }

  public String getPasswordHash() {
    return passwordHash;
  }

  public void setPasswordHash(String passwordHash) {
    this.passwordHash = passwordHash;
  }

  public int getTokenVersion() {
    return tokenVersion;
  }

  public void setTokenVersion(int tokenVersion) {
    this.tokenVersion = tokenVersion;
  }

  public Instant getCreatedAt() {
    return createdAt;
  }

  public void setCreatedAt(Instant createdAt) {
    this.createdAt = createdAt;
  }

  /** Hides the officer and voids the access tokens given out. */
  @Override
  public void hide(Instant now) {
    super.hide(now);
    tokenVersion++;
  }
}
