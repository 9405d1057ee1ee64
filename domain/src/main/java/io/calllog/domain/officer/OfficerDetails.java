package io.calllog.domain.officer;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.InvalidInput;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Personal;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.RegionPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an officer that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail. The e-mail address is unique among officers who are not
 * deleted, ignoring case.
 *
 * @param leads the regions that a manager leads, in the order given; empty if only their own. At
 *     most {@link #MAX_LEADS}
 */
public record OfficerDetails(
    @Personal Name name,
    @Personal EmailAddress email,
    @Personal @Nullable PhoneNumber phone,
    RegionPath region,
    List<RegionPath> leads,
    Role role,
    OfficerStatus status) {

  /** The name of an officer whose personal data was erased. */
  public static final Name ERASED = new Name("Erased");

  /** The maximum number of regions that a manager leads. */
  public static final int MAX_LEADS = 50;

  /**
   * Removes duplicates from {@code leads}.
   *
   * @throws InvalidInput if there are too many, or one is {@link RegionPath#UNASSIGNED}
   */
  public OfficerDetails {
    leads = leads.stream().distinct().toList();
    if (leads.equals(List.of(region))) {
      leads = List.of(); // so that the manager still leads their own region when they are moved
    }
    if (leads.contains(RegionPath.UNASSIGNED)) {
      throw new InvalidInput("leads", "not-a-territory", "must not contain 'unassigned'");
    }
    if (leads.size() > MAX_LEADS) {
      throw new InvalidInput("leads", "too-many", "must have at most " + MAX_LEADS + " regions");
    }
  }

  /** Throws {@link InvalidInput} if other regions are led by an officer who is not a manager. */
  public void requireLeadsFitRole() {
    if (!leads.isEmpty() && role != Role.MANAGER) {
      throw new InvalidInput("leads", "not-a-manager", "must be empty unless the role is MANAGER");
    }
  }

  /** Returns the regions that the officer leads; none unless the officer is a manager. */
  public List<RegionPath> ledRegions() {
    return role == Role.MANAGER && leads.isEmpty() ? List.of(region) : leads;
  }

  /** Returns whether this is an administrator with the status {@code ACTIVE}. */
  public boolean isActiveAdmin() {
    return role == Role.ADMIN && status == OfficerStatus.ACTIVE;
  }

  /** Returns these details without personal data and with a unique address that gets no mail. */
  OfficerDetails erased(OfficerId id) {
    var address = new EmailAddress(id + "@erased.invalid");
    return new OfficerDetails(ERASED, address, null, region, leads, role, OfficerStatus.INACTIVE);
  }
}
