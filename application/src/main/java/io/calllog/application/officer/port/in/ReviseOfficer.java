package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import java.util.function.UnaryOperator;

/** Somebody changes what is said about an officer. */
public interface ReviseOfficer {

  /**
   * Applies the changes to what is there now; changes made at the same moment wait for each other,
   * and none is lost.
   *
   * @throws io.calllog.domain.shared.NotFound when the actor may not see the officer
   * @throws io.calllog.domain.shared.NotPermitted when the actor may not change one of the fields
   * @throws io.calllog.application.shared.VersionMismatch when the current version is not expected
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}, or {@code last-administrator}
   *     when no active administrator would be left
   */
  OfficerView revise(Command command);

  /**
   * The changes wanted.
   *
   * @param caller who asks
   * @param id of whom
   * @param expected the versions that the change applies to
   * @param changes field by field
   */
  record Command(
      Caller caller,
      OfficerId id,
      ExpectedVersion expected,
      UnaryOperator<OfficerDetails> changes) {}
}
