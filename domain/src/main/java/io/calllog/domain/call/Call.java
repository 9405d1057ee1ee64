package io.calllog.domain.call;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A call between an officer and usually a client, or an attempt at one. The region does not change
 * when the officer moves to another one, only when the call is given to another officer. Immutable:
 * each change returns a new instance.
 *
 * <p>The constructor restores a stored call and checks nothing. New calls are created by {@link
 * #log}.
 *
 * @param id its time is within {@link #ID_TOLERANCE} of the start
 * @param region the region of the officer when the call was logged or given to the officer
 * @param version the number of changes, for optimistic locking
 */
public record Call(
    CallId id,
    OfficerId officerId,
    RegionPath region,
    CallFacts facts,
    ActorId loggedBy,
    Instant loggedAt,
    Instant updatedAt,
    long version) {

  /** The maximum difference between the time in the id and the start. */
  public static final Duration ID_TOLERANCE = Duration.ofHours(24);

  /** How far in the future a call may start, because clocks of devices are inexact. */
  public static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

  /** The earliest start of a call. */
  public static final Instant EARLIEST_START = Instant.parse("2000-01-01T00:00:00Z");

  /**
   * Logs a call of an officer. The application layer checks that the actor can see the client.
   *
   * @param region the current region of that officer
   * @throws InvalidInput if the start is out of range, or the id is not of version 7 or too far
   *     from the start
   * @throws NotPermitted if the actor may not log calls of that officer
   */
  public static Call log(
      CallId id,
      OfficerId officerId,
      RegionPath region,
      CallFacts facts,
      Actor actor,
      Instant now) {
    if (!actor.is(officerId) && !actor.leads(region)) {
      throw new NotPermitted("You may not log calls for this officer.");
    }
    List<Violation> violations = violations(id, facts.startedAt(), now);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Call(id, officerId, region, facts, actor.id(), now, now, 0);
  }

  /**
   * Creates a call of another system, which its officer logged there.
   *
   * @param region the current region of the officer
   * @throws InvalidInput if the start is out of range, or the id is not of version 7 or too far
   *     from the start
   */
  public static Call imported(
      CallId id,
      OfficerId officerId,
      RegionPath region,
      CallFacts facts,
      Instant loggedAt,
      Instant updatedAt,
      Instant now) {
    List<Violation> violations = violations(id, facts.startedAt(), now);
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new Call(id, officerId, region, facts, ActorId.of(officerId), loggedAt, updatedAt, 0);
  }

  /**
   * Returns the call after a change in another system; this call if nothing changes. There, a call
   * can be given to another officer. The number on the line, which only this system knows, is kept.
   *
   * @param currentRegion the current region of the officer, which becomes that of the call if the
   *     officer is another one
   */
  public Call reimported(
      OfficerId officer, RegionPath currentRegion, CallFacts imported, Instant importedAt) {
    CallFacts changed = imported.on(facts.number());
    if (officerId.equals(officer)) {
      return facts.equals(changed)
          ? this
          : new Call(id, officer, region, changed, loggedBy, loggedAt, importedAt, version);
    }
    return new Call(
        id, officer, currentRegion, changed, ActorId.of(officer), loggedAt, importedAt, version);
  }

  /** Throws {@link NotPermitted} unless the actor is the call's officer or leads its region. */
  public void requireChangeableBy(Actor actor) {
    if (!actor.seesCalls().covers(region, officerId)) {
      throw new NotPermitted("This call belongs to another officer, so you may not change it.");
    }
  }

  /** Throws {@link NotPermitted} unless the actor leads the region of the call. */
  public void requireGivableBy(Actor actor) {
    requireLedBy(actor, region);
  }

  /**
   * Returns the call after it was given to the officer who really made it.
   *
   * @param currentRegion the current region of that officer, which becomes that of the call
   * @throws NotPermitted unless the actor leads the region of the call and that of the officer
   */
  public Call giveTo(OfficerId officer, RegionPath currentRegion, Actor actor, Instant now) {
    requireGivableBy(actor);
    requireLedBy(actor, currentRegion);
    return new Call(id, officer, currentRegion, facts, loggedBy, loggedAt, now, version);
  }

  private static void requireLedBy(Actor actor, RegionPath region) {
    if (!actor.leads(region)) {
      throw new NotPermitted("You may not give this call to another officer.");
    }
  }

  /**
   * Returns the call after a correction. The application layer checks that the actor can see a new
   * client.
   *
   * @return this call if nothing changes
   * @throws InvalidInput if a new start is out of range or too far from the time in the id
   * @throws NotPermitted if the actor may not change the call
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

  /** Returns the violations of the rules for the id and the start of a call. */
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
