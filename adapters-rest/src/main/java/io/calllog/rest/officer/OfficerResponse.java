package io.calllog.rest.officer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;

/** An officer in JSON. */
public record OfficerResponse(
    OfficerId id, @JsonUnwrapped OfficerDetails details, Instant createdAt, Instant updatedAt) {

  /** The JSON form of the view. */
  public static OfficerResponse from(OfficerView view) {
    return new OfficerResponse(view.id(), view.details(), view.createdAt(), view.updatedAt());
  }
}
