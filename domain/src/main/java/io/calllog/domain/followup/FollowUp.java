package io.calllog.domain.followup;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise of an officer to call a client again. Immutable: each change returns a new instance.
 *
 * <p>The constructor restores a stored follow-up and checks nothing. New ones are created by {@link
 * #promise}.
 *
 * @param region the region of the officer; of a closed follow-up, the region at the time when it
 *     was closed
 * @param fromCallId the call that it was made with; null if none
 * @param doneByCallId the call that completed it; null if it is not done, or was imported
 * @param doneAt the start of that call; null if it is not done
 * @param version the number of changes, for optimistic locking
 */
public record FollowUp(
    FollowUpId id,
    ClientId clientId,
    RegionPath region,
    FollowUpDetails details,
    @Nullable CallId fromCallId,
    @Nullable CallId doneByCallId,
    @Nullable Instant doneAt,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /**
   * Promises a call. The application layer checks that the actor can see the client and the
   * officer.
   *
   * @param region the current region of the officer
   * @param fromCallId the call during which it was promised; null if none
   * @throws NotPermitted if the actor may not promise calls of the officer
   */
  public static FollowUp promise(
      FollowUpId id,
      ClientId clientId,
      RegionPath region,
      FollowUpDetails details,
      @Nullable CallId fromCallId,
      Actor actor,
      Instant now) {
    if (!actor.is(details.officerId()) && !actor.leads(region)) {
      throw new NotPermitted("You may not promise calls of this officer.");
    }
    return new FollowUp(id, clientId, region, details, fromCallId, null, null, now, now, 0);
  }

  /** Returns whether it can still be changed, completed or cancelled. */
  public boolean isOpen() {
    return details.state() == FollowUpState.OPEN;
  }

  /** Throws {@link NotPermitted} unless the actor is the officer or leads the region. */
  public void requireChangeableBy(Actor actor) {
    if (!actor.seesCalls().covers(region, details.officerId())) {
      throw new NotPermitted(
          "This follow-up belongs to another officer, so you may not change it.");
    }
  }

  /**
   * Throws {@link NotPermitted} unless the actor leads the region of the follow-up and that of the
   * officer it is given to.
   *
   * @param officerRegion null if the actor does not see this officer
   */
  public void requireGivableBy(Actor actor, @Nullable RegionPath officerRegion) {
    if (!actor.leads(region) || (officerRegion != null && !actor.leads(officerRegion))) {
      throw new NotPermitted("You may not give this follow-up to another officer.");
    }
  }

  /**
   * Returns the follow-up after a change; this follow-up if nothing changes.
   *
   * @param officerRegion the current region of the officer in the revised details
   * @throws NotPermitted if the actor may not change it, or may not give it to another officer
   * @throws InvalidInput if the change completes it, which only a call can do
   * @throws Conflict {@code follow-up-closed} if it is done or cancelled
   */
  public FollowUp revise(
      FollowUpDetails revised, RegionPath officerRegion, Actor actor, Instant now) {
    requireChangeableBy(actor);
    if (revised.equals(details)) {
      return this;
    }
    boolean given = !revised.officerId().equals(details.officerId());
    if (given) {
      requireGivableBy(actor, officerRegion);
    }
    if (revised.state() == FollowUpState.DONE && isOpen()) {
      throw new InvalidInput("state", "not-allowed", "can only become DONE by a call");
    }
    requireOpen();
    return new FollowUp(
        id,
        clientId,
        given ? officerRegion : region,
        revised,
        fromCallId,
        doneByCallId,
        doneAt,
        createdAt,
        now,
        version);
  }

  /** Throws {@link Conflict} {@code follow-up-closed} if it is done or cancelled. */
  public void requireOpen() {
    if (!isOpen()) {
      throw closed();
    }
  }

  /** The refusal to change a follow-up that is done or cancelled. */
  public static Conflict closed() {
    return new Conflict("follow-up-closed", "This follow-up is done or cancelled.");
  }

  /**
   * Returns whether a call keeps the promise without naming it: officer and client of the follow-up
   * spoke in it, and it was due when the call started.
   */
  public boolean isKeptBy(Call call) {
    return isOpen()
        && call.facts().outcome().connected()
        && call.officerId().equals(details.officerId())
        && clientId.equals(call.facts().clientId())
        && !details.dueAt().isAfter(call.facts().startedAt());
  }

  /**
   * Returns the follow-up completed by a call.
   *
   * @throws Conflict {@code follow-up-closed} if it is done or cancelled
   */
  public FollowUp completeBy(Call call, Instant now) {
    requireOpen();
    return new FollowUp(
        id,
        clientId,
        region,
        details.done(),
        fromCallId,
        call.id(),
        call.facts().startedAt(),
        createdAt,
        now,
        version);
  }
}
