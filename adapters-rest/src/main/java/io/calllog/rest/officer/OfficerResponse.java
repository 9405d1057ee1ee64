package io.calllog.rest.officer;

import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer on the wire; the fields are those of {@link OfficerView}.
 *
 * @param id who this is
 * @param name what they are called
 * @param email how they sign in
 * @param phone in E.164 form
 * @param region where they are placed
 * @param role what they are
 * @param status whether they are at work
 * @param createdAt when the account was made
 * @param updatedAt when it was last changed
 */
public record OfficerResponse(
    UUID id,
    String name,
    String email,
    @Nullable String phone,
    String region,
    Role role,
    OfficerStatus status,
    Instant createdAt,
    Instant updatedAt) {

  /** The wire form of the view. */
  public static OfficerResponse from(OfficerView view) {
    return new OfficerResponse(
        view.id().value(),
        view.name(),
        view.email(),
        view.phone(),
        view.region(),
        view.role(),
        view.status(),
        view.createdAt(),
        view.updatedAt());
  }
}
