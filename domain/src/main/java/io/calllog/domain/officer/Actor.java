package io.calllog.domain.officer;

import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Region;

/** The officer who makes a request. Implements, with {@link Visibility}, who may see what. */
public record Actor(OfficerId id, Role role, Region region) {

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
    return role == Role.OFFICER && region.isTerritory()
        ? new TerritoryAndOwn(region, id)
        : oversees();
  }

  private Visibility oversees() {
    return switch (role) {
      case ADMIN -> Visibility.EVERYTHING;
      case MANAGER -> region.isTerritory() ? new Territory(region) : new Own(id);
      case OFFICER -> new Own(id);
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

  /** Returns whether the actor manages this region or one above it, or is an administrator. */
  public boolean leads(Region other) {
    return isAdmin() || (role == Role.MANAGER && region.isTerritory() && region.contains(other));
  }

  /**
   * Throws {@link NotPermitted} unless the region is in the actor's territory or, for an actor
   * without one, the actor's own. Only administrators may use the root.
   */
  public void requireMayPlaceIn(Region other) {
    boolean permitted =
        isAdmin()
            || (!other.isRoot()
                && (region.isTerritory() ? region.contains(other) : region.equals(other)));
    if (!permitted) {
      throw new NotPermitted("The region must be your own or below it.");
    }
  }
}
