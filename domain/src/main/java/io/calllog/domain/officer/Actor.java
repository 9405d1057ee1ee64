package io.calllog.domain.officer;

import io.calllog.domain.officer.Visibility.Own;
import io.calllog.domain.officer.Visibility.Territory;
import io.calllog.domain.officer.Visibility.TerritoryAndOwn;
import io.calllog.domain.shared.NotPermitted;
import io.calllog.domain.shared.Region;

/**
 * The signed-in officer on whose behalf something happens. Who may see what, and place things
 * where, is decided here and nowhere else.
 *
 * @param id who acts
 * @param role what they are
 * @param region where they are placed
 */
public record Actor(OfficerId id, Role role, Region region) {

  /** Which officers are visible: oneself, those of the own subtree, or all. */
  public Visibility seesOfficers() {
    return oversees();
  }

  /** Which calls are listed and counted: one's own, those made in the own subtree, or all. */
  public Visibility seesCalls() {
    return oversees();
  }

  /** Which clients are visible. An officer sees the own subtree and, beyond it, what they own. */
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

  /** Whether this actor runs the system. */
  public boolean isAdmin() {
    return role == Role.ADMIN;
  }

  /**
   * Refuses everybody but administrators.
   *
   * @throws NotPermitted when the actor is none
   */
  public void requireAdmin() {
    if (!isAdmin()) {
      throw new NotPermitted("Only administrators may do this.");
    }
  }

  /**
   * Refuses officers, who may not read the audit trail.
   *
   * @throws NotPermitted unless the actor is a manager or an administrator
   */
  public void requireMayReadAuditTrail() {
    if (role == Role.OFFICER) {
      throw new NotPermitted("Only managers and administrators may read the audit trail.");
    }
  }

  /** Whether this actor leads the region: a manager placed at or above it, or an administrator. */
  public boolean leads(Region other) {
    return isAdmin() || (role == Role.MANAGER && region.isTerritory() && region.contains(other));
  }

  /**
   * Refuses to let the actor give something this region: it must lie in the own subtree (for
   * somebody unassigned: be their own), and only an administrator gives the root.
   *
   * @throws NotPermitted when they may not
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
