package io.calllog.domain.officer;

import io.calllog.domain.shared.EmailAddress;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.PhoneNumber;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * What is said about an officer and can be changed.
 *
 * @param name what they are called
 * @param email how they sign in; unique among the living without regard to case
 * @param phone where they are reached
 * @param region where they are placed
 * @param role what they are
 * @param status whether they are at work
 */
public record OfficerDetails(
    Name name,
    EmailAddress email,
    @Nullable PhoneNumber phone,
    Region region,
    Role role,
    OfficerStatus status) {

  /** Whether this is somebody who can run the system now. */
  public boolean isActiveAdmin() {
    return role == Role.ADMIN && status == OfficerStatus.ACTIVE;
  }
}
