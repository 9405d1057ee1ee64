package io.calllog.application.officer.view;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told about an officer; never anything of the password.
 *
 * @param id who this is
 * @param name what they are called
 * @param email how they sign in, as typed
 * @param phone in E.164 form
 * @param region the path of the region where they are placed
 * @param role what they are
 * @param status whether they are at work
 * @param createdAt when the account was made
 * @param updatedAt when it was last changed
 * @param version counts the changes
 */
public record OfficerView(
    OfficerId id,
    String name,
    String email,
    @Nullable String phone,
    String region,
    Role role,
    OfficerStatus status,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The view of an officer who was just stored. */
  public static OfficerView of(Officer officer) {
    var details = officer.details();
    return new OfficerView(
        officer.id(),
        details.name().value(),
        details.email().value(),
        details.phone() == null ? null : details.phone().value(),
        details.region().path(),
        details.role(),
        details.status(),
        officer.createdAt(),
        officer.updatedAt(),
        officer.version());
  }
}
