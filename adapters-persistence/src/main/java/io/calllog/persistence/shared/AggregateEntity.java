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
 * The row of an aggregate. The domain assigns the id, deletion is soft, and {@code version} counts
 * the changes. Entities only carry data between Hibernate and MapStruct, so their fields are
 * public. Not thread-safe.
 */
@MappedSuperclass
@SuppressWarnings(
    "NullAway.Init") // Hibernate or a mapper fills the fields right after construction
public abstract class AggregateEntity implements Persistable<UUID> {

  /** Never changes after the insert. */
  @Id public UUID id;

  /** Time of the last change. */
  public Instant updatedAt;

  private @Nullable Instant deletedAt;

  /** Number of changes; counted by Hibernate. */
  @Version public long version;

  // The id is assigned before the row is inserted, so it does not tell an insert from an update.
  @Transient private boolean stored;

  @Override
  public UUID getId() {
    return id;
  }

  /** Whether the row is deleted. */
  public boolean isDeleted() {
    return deletedAt != null;
  }

  /** Marks the row as deleted. */
  public void markDeleted(Instant now) {
    deletedAt = now;
    updatedAt = now;
  }

  /** Takes the mark back. */
  public void markRestored(Instant now) {
    deletedAt = null;
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
