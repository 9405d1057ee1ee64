package io.calllog.application.audit.port.out;

import io.calllog.application.audit.SubjectType;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Erases what the audit trail and the comments of calls say about an officer or a client. There may
 * be a lot of it, so one call of a method erases one batch of at most a few thousand rows. Each
 * method requires a transaction. Repeating an erasure is safe: it erases what is left. Thread-safe.
 */
public interface PersonalDataEraser {

  /**
   * Blanks a batch of personal values of the audit trail: values of personal fields, and network
   * addresses of the officer. Adds a line that says so.
   *
   * @param type {@link SubjectType#OFFICER} or {@link SubjectType#CLIENT}
   * @param actor the officer who requested it
   * @return whether values may be left
   */
  boolean blankAuditValues(SubjectType type, UUID person, OfficerId actor, Instant now);

  /**
   * Removes the comments of a batch of calls of the person, deleted calls included, in the order of
   * their ids. For a client, also blanks comments of these calls in the audit trail that were
   * written when the call belonged to another client.
   *
   * @param type {@link SubjectType#OFFICER} or {@link SubjectType#CLIENT}
   * @param after the last call of the batch before; null for the first batch
   * @param actor the officer who requested it
   * @return the last call of this batch; empty when no call was left
   */
  Optional<UUID> eraseComments(
      SubjectType type, UUID person, @Nullable UUID after, OfficerId actor, Instant now);

  /**
   * Erases everything, each batch in a transaction of its own. If it is interrupted, the batches so
   * far stay erased.
   */
  default void eraseAll(
      UnitOfWork unitOfWork, SubjectType type, UUID person, OfficerId actor, Instant now) {
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
