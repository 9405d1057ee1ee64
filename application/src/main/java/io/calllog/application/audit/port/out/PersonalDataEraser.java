package io.calllog.application.audit.port.out;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.ActorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erases personal data of an officer or a client from the audit trail, from calls and from
 * follow-ups. Each method erases one batch of at most a few thousand rows and requires a
 * transaction. Erasing is idempotent: a repeated call erases what is left. Thread-safe.
 */
public interface PersonalDataEraser {

  /**
   * Blanks a batch of personal values in the audit trail: the values of personal fields, and the
   * network addresses of the officer. Adds an entry about it.
   *
   * @param type {@link SubjectType#OFFICER} or {@link SubjectType#CLIENT}
   * @param actor requested the erasure
   * @return whether there may be more values
   */
  boolean blankAuditValues(SubjectType type, UUID person, ActorId actor, Instant now);

  /**
   * Removes the comments from a batch of calls of the person, deleted calls included, in the order
   * of the call ids, and with the first batch the notes of all their follow-ups. For a client, it
   * also removes the numbers on the line, and blanks comments and numbers in the audit trail from
   * the time when a call belonged to another client.
   *
   * @param type {@link SubjectType#OFFICER} or {@link SubjectType#CLIENT}
   * @param after the last call of the previous batch; null for the first batch
   * @param actor requested the erasure
   * @return the last call of this batch; empty if no calls were left
   */
  Optional<UUID> eraseComments(
      SubjectType type, UUID person, @Nullable UUID after, ActorId actor, Instant now);

  /**
   * Erases everything in a transaction per batch. If interrupted, completed batches stay erased.
   */
  default void eraseAll(
      UnitOfWork unitOfWork, SubjectType type, UUID person, ActorId actor, Instant now) {
    boolean more;
    do {
      more = unitOfWork.write(() -> blankAuditValues(type, person, actor, now));
    } while (more);
    Optional<UUID> last = Optional.empty();
    do {
      @Nullable UUID after = last.orElse(null);
      last = unitOfWork.write(() -> eraseComments(type, person, after, actor, now));
    } while (last.isPresent());
  }
}
