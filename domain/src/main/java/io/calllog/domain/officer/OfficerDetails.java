package io.calllog.domain.officer;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Personal;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * The facts about an officer that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail. The e-mail address is unique among officers who are not
 * deleted, ignoring case.
 */
public record OfficerDetails(
    @Personal Name name,
    @Personal EmailAddress email,
    @Personal @Nullable PhoneNumber phone,
    Region region,
    Role role,
    OfficerStatus status) {

  /** The name of an officer whose personal data was erased. */
  public static final Name ERASED = new Name("Erased");

  /** Returns whether this is an administrator with the status {@code ACTIVE}. */
  public boolean isActiveAdmin() {
    return role == Role.ADMIN && status == OfficerStatus.ACTIVE;
  }

  /** Returns these details without personal data and with a unique address that gets no mail. */
  OfficerDetails erased(OfficerId id) {
    var address = new EmailAddress(id + "@erased.invalid");
    return new OfficerDetails(ERASED, address, null, region, role, OfficerStatus.INACTIVE);
  }
}
