package io.calllog.application.officer.view;

import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Region;
import org.jspecify.annotations.Nullable;

/**
 * What a list of officers is narrowed to; null stands for no limit.
 *
 * @param status of this status
 * @param role of this role
 * @param region placed at or below it
 * @param text part of the name or of the e-mail address, without regard to case
 */
public record OfficerFilter(
    @Nullable OfficerStatus status,
    @Nullable Role role,
    @Nullable Region region,
    @Nullable String text) {

  /** Passes everybody. */
  public static final OfficerFilter ALL = new OfficerFilter(null, null, null, null);
}
