package io.calllog.domain.call;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Region;
import io.calllog.domain.shared.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One conversation, or attempt at one, between an officer and usually a client. Logged when it
 * happened or later, corrected by the officer or those who lead the region it was made in, hidden
 * rather than lost when deleted. Its officer and its region never change: an officer who moves
 * takes no history along. An immutable snapshot: each change answers the next one.
 *
 * <p>The canonical constructor restores what was stored and trusts it; {@link #log} and {@link
 * #revise} are the doors for what is new.
 *
 * @param id which call this is; its time lies within {@link #ID_TOLERANCE} of the start
 * @param officerId whose call it is
 * @param region where the officer was placed when it was logged
 * @param facts what happened
 * @param loggedBy who entered it
 * @param loggedAt when it was entered
 * @param updatedAt when it was last changed
 * @param version counts the stored changes, for optimistic locking
 */
public record Call(
    CallId id,
    OfficerId officerId,
    Region region,
    CallFacts facts,
    OfficerId loggedBy,
    Instant loggedAt,
    Instant updatedAt,
    long version) {

  /** How far the time in the id and the start of the call may lie apart. */
  public static final Duration ID_TOLERANCE = Duration.ofHours(24);

  /** How far in the future a call may start: clocks in the field are not exact. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** The earliest start of a call. */
  public static final Instant EARLIEST_START = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * Logs a call of an officer. That the client is somebody the actor may name is the caller's to
   * check.
   *
   * @param officerId whose call it was
   * @param region where that officer is placed now
   * @throws InvalidInput when the start is out of range, or the id is no version 7 or far from it
   * @throws NotPermitted when the actor may not log calls of that officer
   */
  public static Call log(
      CallId id, OfficerId officerId, Region region, CallFacts facts, Actor actor, Instant now) {
    if (!actor.id().equals(officerId) && !actor.leads(region)) {
      throw new NotPermitted("You may not log calls for this officer.");
    }
    List<Violation> violations = violations(id, facts.startedAt(), now);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Call(id, officerId, region, facts, actor.id(), now, now, 0);
  }

  /**
   * Refuses actors who see the call but may not change or delete it: all but its officer and those
   * who lead the region it was made in.
   *
   * @throws NotPermitted when they may not
   */
  public void requireChangeableBy(Actor actor) {
    if (!actor.seesCalls().covers(region, officerId)) {
      throw new NotPermitted("This call belongs to another officer, so you may not change it.");
    }
  }

  /**
   * The call after a correction. That a new client is somebody the actor may name is the caller's
   * to check.
   *
   * @return this very snapshot when nothing changes
   * @throws InvalidInput when a new start is out of range or far from the time in the id
   * @throws NotPermitted when the actor may not change the call
   */
  public Call revise(UnaryOperator<CallFacts> changes, Actor actor, Instant now) {
    requireChangeableBy(actor);
    CallFacts revised = changes.apply(facts);
    if (revised.equals(facts)) {
      return this;
    }
    if (!revised.startedAt().equals(facts.startedAt())) {
      List<Violation> violations = violations(id, revised.startedAt(), now);
      if (!violations.isEmpty()) {
        throw new InvalidInput(violations);
      }
    }
    return new Call(id, officerId, region, revised, loggedBy, loggedAt, now, version);
  }

  /**
   * What is wrong with the id and the start of a call, taken together.
   *
   * @return empty when a call can have them
   */
  public static List<Violation> violations(CallId id, Instant startedAt, Instant now) {
    List<Violation> violations = new ArrayList<>();
    if (!id.isTimeBased()) {
      violations.add(new Violation("id", "malformed", "must be a UUID of version 7"));
    }
    if (startedAt.isBefore(EARLIEST_START)) {
      violations.add(startedAt("must not be before 2000-01-01"));
    } else if (startedAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
      violations.add(startedAt("must not be more than 5 minutes in the future"));
    } else if (id.isTimeBased()
        && Duration.between(id.time(), startedAt).abs().compareTo(ID_TOLERANCE) > 0) {
      violations.add(startedAt("must be within 24 hours of the time in the id"));
    }
    return violations;
  }

  private static Violation startedAt(String rule) {
    return new Violation("startedAt", "out-of-range", rule);
  }
}
