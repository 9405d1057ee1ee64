package io.calllog.domain.followup;

import io.calllog.domain.call.Comment;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Personal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a follow-up that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail.
 *
 * @param officerId the officer who owes the call
 * @param dueAt the time by which the client is to be called, truncated to milliseconds
 */
public record FollowUpDetails(
    OfficerId officerId, Instant dueAt, @Personal @Nullable Comment note, FollowUpState state) {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("2100-01-01T00:00:00Z");

  /** Throws {@link InvalidInput} {@code out-of-range} if the due time is not in this century. */
  public FollowUpDetails {
    dueAt = dueTime(dueAt);
  }

  /**
   * Returns a due time, truncated to milliseconds.
   *
   * @throws InvalidInput {@code out-of-range} if it is not in this century
   */
  public static Instant dueTime(Instant time) {
    if (time.isBefore(EARLIEST) || !time.isBefore(END)) {
      throw new InvalidInput("dueAt", "out-of-range", "must be from 2000 to 2099");
    }
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Returns the details of a new follow-up, which is open. */
  public static FollowUpDetails open(OfficerId officerId, Instant dueAt, @Nullable Comment note) {
    return new FollowUpDetails(officerId, dueAt, note, FollowUpState.OPEN);
  }

  FollowUpDetails done() {
    return new FollowUpDetails(officerId, dueAt, note, FollowUpState.DONE);
  }
}
