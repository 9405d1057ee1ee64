package io.calllog.application.officer.service;

import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.domain.shared.Conflict;

/** Ensures that there is always an active administrator. */
final class LastAdmin {

  private LastAdmin() {}

  /** Throws {@link Conflict} if there is only one. Concurrent callers wait. */
  static void requireAnother(OfficerRepository officers) {
    if (officers.lockAndCountActiveAdmins() <= 1) {
      throw new Conflict(
          "last-administrator",
          "This is the last active administrator. Make another officer an administrator first.");
    }
  }
}
