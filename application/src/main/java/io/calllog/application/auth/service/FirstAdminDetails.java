package io.calllog.application.auth.service;

import io.calllog.domain.auth.Password;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.Region;

/** What is said of an administrator whom nobody made who is one. They can change it. */
final class FirstAdminDetails {

  private static final Name NAME = new Name("Administrator");

  private FirstAdminDetails() {}

  /** Refuses a password that is the e-mail address. */
  static OfficerDetails of(EmailAddress email, Password password) {
    password.requireUnlike(NAME, email);
    return new OfficerDetails(NAME, email, null, Region.ROOT, Role.ADMIN, OfficerStatus.ACTIVE);
  }
}
