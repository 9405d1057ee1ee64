package io.calllog.application.auth.service;

import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.util.List;

/** The initial details of an administrator that the system creates. */
final class AdminDetails {

  private static final Name NAME = new Name("Administrator");

  private AdminDetails() {}

  /** Creates the details. The password must differ from the e-mail address. */
  static OfficerDetails of(EmailAddress email, Password password) {
    password.requireDifferentFrom(NAME, email);
    return new OfficerDetails(
        NAME, email, null, RegionPath.ROOT, List.of(), Role.ADMIN, OfficerStatus.ACTIVE);
  }
}
