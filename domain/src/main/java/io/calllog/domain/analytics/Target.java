package io.calllog.domain.analytics;

import java.time.Instant;

/**
 * What an officer or a region aims at. Each has at most one target. The application layer checks
 * who sets it. Immutable: each change returns a new instance.
 *
 * @param version the number of changes, for optimistic locking
 */
public record Target(
    TargetSubject subject,
    TargetDetails details,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** Creates a target. */
  public static Target create(TargetSubject subject, TargetDetails details, Instant now) {
    return new Target(subject, details, now, now, 0);
  }

  /** Returns the target with other details; this target if they are the same. */
  public Target revise(TargetDetails revised, Instant now) {
    return revised.equals(details) ? this : new Target(subject, revised, createdAt, now, version);
  }
}
