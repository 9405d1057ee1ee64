package io.calllog.domain.officer;

import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Region;

/**
 * The officer who makes a request. The rules about what an officer may see, and where they may
 * place something, are here and in {@link Visibility}.
 */
public record Actor(OfficerId id, Role role, Region region) {

  /** Returns which officers are visible: the actor, those in the actor's territory, or all. */
  public Visibility seesOfficers() {
    return oversees();
  }

  /**
   * Returns which calls are listed and counted: the actor's own, those made in the actor's
   * territory, or all.
   */
  public Visibility seesCalls() {
    return oversees();
  }

  /**
   * Returns which clients are visible. Officers see the clients of their territory and those they
   * own.
   */
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

  /**
   * Checks that the actor is an administrator.
   *
   * @throws NotPermitted if not
   */
  public void requireAdmin() {
    if (!isAdmin()) {
      throw new NotPermitted("Only administrators may do this.");
    }
  }

  /**
   * Checks that the actor may read the audit trail.
   *
   * @throws NotPermitted unless the actor is a manager or an administrator
   */
  public void requireMayReadAuditTrail() {
    if (role == Role.OFFICER) {
      throw new NotPermitted("Only managers and administrators may read the audit trail.");
    }
  }

  /**
   * Returns whether the actor leads the region: a manager in that region or above it, or an
   * administrator.
   */
  public boolean leads(Region other) {
    return isAdmin() || (role == Role.MANAGER && region.isTerritory() && region.contains(other));
  }

  /**
   * Checks that the actor may assign something to the region. It must be in the actor's territory;
   * an actor without a territory may use only their own region. Only administrators may use the
   * root.
   *
   * @throws NotPermitted if not
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
