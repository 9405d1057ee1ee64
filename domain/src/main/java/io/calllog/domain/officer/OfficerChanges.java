package io.calllog.domain.officer;

import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to change about an officer, field by field ({@link OfficerDetails}).
 *
 * @param name of the name
 * @param email of the e-mail address
 * @param phone of the phone number
 * @param region of the region
 * @param role of the role
 * @param status of the status
 */
public record OfficerChanges(
    Change<Name> name,
    Change<EmailAddress> email,
    Change<@Nullable PhoneNumber> phone,
    Change<Region> region,
    Change<Role> role,
    Change<OfficerStatus> status) {

  /** The details as they are after the change. */
  public OfficerDetails applyTo(OfficerDetails current) {
    return new OfficerDetails(
        name.applyTo(current.name()),
        email.applyTo(current.email()),
        phone.applyTo(current.phone()),
        region.applyTo(current.region()),
        role.applyTo(current.role()),
        status.applyTo(current.status()));
  }
}
