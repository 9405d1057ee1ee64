package io.calllog.persistence.shared;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * The row of an aggregate: its id comes from the domain, it is hidden rather than deleted, and it
 * counts its changes. Lives in one transaction, belongs to one thread.
 */
@MappedSuperclass
@SuppressWarnings(
    "NullAway.Init") // Hibernate or a mapper fills the fields right after construction
public abstract class StoredAggregate implements Persistable<UUID> {

  @Id private UUID id;
  private Instant updatedAt;
  private @Nullable Instant deletedAt;
  @Version private long version;

  // The id is there before the row is, so it does not tell which of the two is to be done.
  @Transient private boolean stored;

  @Override
  public UUID getId() {
    return id;
  }

  /** Sets the id, which never changes afterwards. */
  public void setId(UUID id) {
    this.id = id;
  }

  /** When it was last changed. */
  public Instant getUpdatedAt() {
    return updatedAt;
  }

  /** Sets when it was last changed. */
  public void setUpdatedAt(Instant updatedAt) {
    this.updatedAt = updatedAt;
  }

  /** How often it was changed; Hibernate counts. */
  public long getVersion() {
    return version;
  }

  /** Sets the count of changes of a new row; on another row Hibernate's own count stands. */
  public void setVersion(long version) {
    this.version = version;
  }

  /** Whether it is as good as absent. */
  public boolean isHidden() {
    return deletedAt != null;
  }

  /** Makes it as good as absent from this moment. */
  public void hide(Instant now) {
    deletedAt = now;
    updatedAt = now;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }
}
