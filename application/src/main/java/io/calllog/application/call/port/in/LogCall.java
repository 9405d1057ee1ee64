package io.calllog.application.call.port.in;

import io.calllog.application.call.view.CallFollowUps;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Caller;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.Comment;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logs a call of the actor or of another officer, makes a follow-up with it, and completes those
 * that it keeps: see {@link Completion}.
 */
public interface LogCall {

  /**
   * Logs a call. If the same request with an id was processed before, nothing is logged and the
   * current call is returned, even if the request would no longer be valid.
   *
   * @throws io.calllog.domain.shared.InvalidInput if the start is out of range; {@code
   *     unknown-reference} if the actor cannot see the officer or the client, or the call completes
   *     a follow-up that is not one with its client
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not log calls of the officer
   * @throws io.calllog.domain.shared.Conflict {@code call-id-taken} if the id was used by another
   *     request, {@code call-deleted} if the call of this request was deleted, {@code
   *     follow-up-closed} if the follow-up that it completes is done or cancelled
   */
  Result log(Command command);

  /**
   * The parameters. A null id is generated; a null officer is the actor.
   *
   * @param followUp the follow-up to make with the call; null for none
   */
  record Command(
      Caller caller,
      @Nullable CallId id,
      @Nullable OfficerId officerId,
      CallFacts facts,
      @Nullable Promise followUp,
      Completion completes) {

    /**
     * Throws {@link InvalidInput} without an officer if the actor is a key, and without a client if
     * a follow-up is made or named.
     */
    public Command {
      List<Violation> violations = new ArrayList<>();
      if (officerId == null && caller.actor().officer() == null) {
        violations.add(
            new Violation("officerId", "required", "is required when a key logs the call"));
      }
      if (facts.clientId() == null && (followUp != null || completes.followUp() != null)) {
        violations.add(
            new Violation("clientId", "required", "is required with followUp or completes"));
      }
      if (!violations.isEmpty()) {
        throw new InvalidInput(violations);
      }
    }

    /** Creates the parameters of a call that makes no follow-up and completes those due. */
    public Command(
        Caller caller, @Nullable CallId id, @Nullable OfficerId officerId, CallFacts facts) {
      this(caller, id, officerId, facts, null, Completion.DUE);
    }

    /** Returns the officer of the call. */
    public OfficerId officer() {
      return officerId == null ? caller.actor().requireOfficer() : officerId;
    }

    /** Returns whether it is a call of the actor. */
    public boolean isOwn() {
      return caller.actor().is(officer());
    }
  }

  /** A follow-up of the officer and the client of the call. */
  record Promise(Instant dueAt, @Nullable Comment note) {

    /** Throws {@link InvalidInput} if the due time is out of range. */
    public Promise {
      dueAt = FollowUpDetails.dueTime(dueAt);
    }
  }

  /**
   * The follow-ups that the call completes.
   *
   * @param due whether a connected call completes those of its officer and its client that were due
   *     when it started
   * @param followUp one that it completes in any case; null for none
   */
  record Completion(boolean due, @Nullable FollowUpId followUp) {

    /** Those that were due. */
    public static final Completion DUE = new Completion(true, null);

    /** None. */
    public static final Completion NONE = new Completion(false, null);

    /** One by its id, and those that were due. */
    public static Completion of(FollowUpId followUp) {
      return new Completion(true, followUp);
    }
  }

  /**
   * The call as stored.
   *
   * @param repeated whether the same request logged it before
   * @param followUps those that it made and completed then
   */
  record Result(CallView call, boolean repeated, CallFollowUps followUps) {}
}
