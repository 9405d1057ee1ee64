package io.calllog.application.officer.view;

import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;

/** An officer without secrets. */
public record OfficerView(
    OfficerId id, OfficerDetails details, Instant createdAt, Instant updatedAt, long version) {

  public static OfficerView of(Officer officer) {
    return new OfficerView(
        officer.id(),
        officer.details(),
        officer.createdAt(),
        officer.updatedAt(),
        officer.version());
  }
}
