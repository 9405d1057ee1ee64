package io.calllog.application.officer.port.in;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import java.util.function.UnaryOperator;

/** Changes an officer. */
public interface ReviseOfficer {

  /**
   * Applies changes to the current officer. Concurrent changes are applied one after the other.
   * Calls that the officer made while {@code unassigned} go with the officer to the first real
   * region.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer
   * @throws io.calllog.domain.shared.NotPermitted if the actor may not change one of the fields
   * @throws io.calllog.application.shared.VersionMismatch if the current version is not expected
   * @throws io.calllog.domain.shared.InvalidInput if an officer who is no manager leads regions;
   *     {@code unknown-reference} if a new region does not exist
   * @throws io.calllog.domain.shared.Conflict {@code email-taken}, or {@code last-administrator} if
   *     no active administrator would be left
   */
  OfficerView revise(Command command);

  record Command(
      Caller caller,
      OfficerId id,
      ExpectedVersion expected,
      UnaryOperator<OfficerDetails> changes) {}
}
