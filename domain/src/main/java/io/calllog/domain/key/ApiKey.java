package io.calllog.domain.key;

import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.ActorId;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program calls the API. It has the permissions of a manager of its region,
 * within its scopes. Only administrators create and change keys; the application layer checks that.
 * Immutable: each change returns a new instance.
 *
 * <p>The constructor restores a stored key and checks nothing. New keys are created by {@link
 * #create}.
 *
 * @param scopes never change
 * @param region never changes, but follows when it is renamed or moved
 * @param prefix the first characters of the key, by which people recognise it
 * @param version the number of changes, for optimistic locking
 */
public record ApiKey(
    ApiKeyId id,
    ApiKeyDetails details,
    List<Scope> scopes,
    RegionPath region,
    String prefix,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  public ApiKey {
    scopes = List.copyOf(scopes);
  }

  /**
   * Creates a key.
   *
   * @throws InvalidInput without scopes, with a scope twice, for the region {@code unassigned}, in
   *     which a manager sees nothing, or if it would have expired already
   */
  public static ApiKey create(
      ApiKeyId id,
      ApiKeyDetails details,
      List<Scope> scopes,
      RegionPath region,
      String prefix,
      Instant now) {
    List<Violation> violations = new ArrayList<>();
    if (scopes.isEmpty()) {
      violations.add(new Violation("scopes", "required", "must have at least one scope"));
    } else if (new HashSet<>(scopes).size() < scopes.size()) {
      violations.add(new Violation("scopes", "duplicate", "must have each scope only once"));
    }
    if (!region.isTerritory()) {
      violations.add(new Violation("region", "not-a-territory", "must not be 'unassigned'"));
    }
    if (isPast(details.expiresAt(), now)) {
      violations.add(inThePast());
    }
    if (!violations.isEmpty()) {
      throw new InvalidInput(violations);
    }
    return new ApiKey(id, details, scopes, region, prefix, now, now, 0);
  }

  /** Returns this key as the actor of a request. */
  public Actor asActor() {
    return Actor.ofKey(new ActorId(id.value()), region);
  }

  /** Returns this key after its region was renamed or moved. */
  public ApiKey in(RegionPath current) {
    return current.equals(region)
        ? this
        : new ApiKey(id, details, scopes, current, prefix, createdAt, updatedAt, version);
  }

  /** Returns whether the key is no longer valid at this time. */
  public boolean isExpired(Instant now) {
    return isPast(details.expiresAt(), now);
  }

  /**
   * Returns the key after a change; this key if nothing changes.
   *
   * @throws InvalidInput if a new end is not in the future
   */
  public ApiKey revise(UnaryOperator<ApiKeyDetails> changes, Instant now) {
    ApiKeyDetails revised = changes.apply(details);
    if (revised.equals(details)) {
      return this;
    }
    if (!Objects.equals(revised.expiresAt(), details.expiresAt())
        && isPast(revised.expiresAt(), now)) {
      throw new InvalidInput(List.of(inThePast()));
    }
    return new ApiKey(id, revised, scopes, region, prefix, createdAt, now, version);
  }

  private static boolean isPast(@Nullable Instant time, Instant now) {
    return time != null && !time.isAfter(now);
  }

  private static Violation inThePast() {
    return new Violation("expiresAt", "out-of-range", "must be in the future");
  }
}
