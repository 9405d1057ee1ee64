package io.calllog.application.officer.service;

import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.domain.shared.Conflict;

/** Somebody must be left to run the system. */
final class LastAdmin {

  private LastAdmin() {}

  /** Refuses to let the last active administrator go; holds off others who try at the same time. */
  static void requireAnother(OfficerRepository officers) {
    if (officers.countActiveAdminsExclusively() <= 1) {
      throw new Conflict(
          "last-administrator",
          "This is the last active administrator. Make another officer an administrator first.");
    }
  }
}
