package io.calllog.application.officer.view;

import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.RegionPath;
import org.jspecify.annotations.Nullable;

/**
 * A filter for officers. Null means no restriction. A region includes those below it. The {@code
 * text} is a part of the name or of the e-mail address, ignoring case.
 */
public record OfficerFilter(
    @Nullable OfficerStatus status,
    @Nullable Role role,
    @Nullable RegionPath region,
    @Nullable String text) {

  /** Matches every officer. */
  public static final OfficerFilter ALL = new OfficerFilter(null, null, null, null);
}
