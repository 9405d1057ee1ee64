package io.calllog.rest.officer;

import io.calllog.domain.officer.OfficerChanges;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Change;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

record PatchOfficerRequest(
    Change<Name> name,
    Change<EmailAddress> email,
    Change<@Nullable PhoneNumber> phone,
    Change<Region> region,
    Change<Role> role,
    Change<OfficerStatus> status) {

  OfficerChanges toChanges() {
    return new OfficerChanges(name, email, phone, region, role, status);
  }
}
