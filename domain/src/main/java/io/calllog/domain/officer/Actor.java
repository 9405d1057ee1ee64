package io.calllog.domain.officer;

import io.calllog.domain.officer.Visibility.Part;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The officer or the key for machines that makes a request. Implements, with {@link Visibility},
 * who may see what.
 *
 * @param officer null for a key
 * @param region the region the officer is in
 * @param leads the regions that a manager leads; empty if only their own region
 */
public record Actor(
    ActorId id, @Nullable OfficerId officer, Role role, RegionPath region, List<RegionPath> leads) {

  public Actor {
    leads = List.copyOf(leads);
  }

  /** Creates an officer. */
  public Actor(OfficerId officer, Role role, RegionPath region, List<RegionPath> leads) {
    this(ActorId.of(officer), officer, role, region, leads);
  }

  /** Returns a key, which has the permissions of a manager of the region. */
  public static Actor ofKey(ActorId key, RegionPath region) {
    return new Actor(key, null, Role.MANAGER, region, List.of());
  }

  /** Returns whether the actor is this officer. */
  public boolean is(OfficerId other) {
    return other.equals(officer);
  }

  /** Returns the id of the officer. Throws {@link NotPermitted} for a key. */
  public OfficerId requireOfficer() {
    if (officer == null) {
      throw new NotPermitted("Only officers may do this.");
    }
    return officer;
  }

  /** Returns the regions that the actor is responsible for. An officer's is their own region. */
  public Territory territory() {
    return leads.isEmpty() ? Territory.of(region) : new Territory(leads);
  }

  /** Returns which officers are visible: the actor, those in the actor's territory, or all. */
  public Visibility seesOfficers() {
    return oversees();
  }

  /** Returns which calls are listed and counted: own ones, those of the territory, or all. */
  public Visibility seesCalls() {
    return oversees();
  }

  /** Returns which clients are visible; officers also see those they own outside the territory. */
  public Visibility seesClients() {
    return role == Role.OFFICER ? new Part(territory(), officer) : oversees();
  }

  /** Returns which regions are visible: those of the territory, or all. */
  public Visibility seesRegions() {
    return isAdmin() ? Visibility.EVERYTHING : Visibility.of(territory());
  }

  /** Managers whose own region is outside their territory also see themselves and what they own. */
  private Visibility oversees() {
    return switch (role) {
      case ADMIN -> Visibility.EVERYTHING;
      case MANAGER -> new Part(territory(), territory().contains(region) ? null : officer);
      case OFFICER -> new Part(Territory.NONE, officer);
    };
  }

  /** Returns whether the actor is an administrator. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /** Throws {@link NotPermitted} unless the actor is an administrator. */
  public void requireAdmin() {
    if (!isAdmin()) {
      throw new NotPermitted("Only administrators may do this.");
    }
  }

  /** Throws {@link NotPermitted} unless the actor is a manager or an administrator. */
  public void requireMayReadAuditTrail() {
    if (role == Role.OFFICER) {
      throw new NotPermitted("Only managers and administrators may read the audit trail.");
    }
  }

  /** Returns whether the region is in the actor's territory as a manager; always for ADMIN. */
  public boolean leads(RegionPath other) {
    return isAdmin() || (role == Role.MANAGER && territory().contains(other));
  }

  /**
   * Returns the region of what the actor creates without naming one: the actor's own or, if that is
   * outside the territory, the first region that the actor leads.
   */
  public RegionPath defaultRegion() {
    return leads.isEmpty() || territory().contains(region) ? region : leads.getFirst();
  }

  /**
   * Throws {@link NotPermitted} unless the region is in the actor's territory or, for an actor
   * without one, the actor's own. Only administrators may use the root.
   */
  public void requireMayPlaceIn(RegionPath other) {
    boolean permitted =
        isAdmin()
            || (!other.isRoot()
                && (territory().isEmpty() ? region.equals(other) : territory().contains(other)));
    if (!permitted) {
      throw new NotPermitted("The region must be in your territory.");
    }
  }
}
