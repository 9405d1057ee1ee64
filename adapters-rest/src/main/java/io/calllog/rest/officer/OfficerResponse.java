package io.calllog.rest.officer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.List;

/**
 * An officer in JSON.
 *
 * @param leads the regions that the officer leads, also if it is only their own, which is not
 *     stored
 */
public record OfficerResponse(
    OfficerId id,
    @JsonUnwrapped @JsonIgnoreProperties("leads") OfficerDetails details,
    List<RegionPath> leads,
    Instant createdAt,
    Instant updatedAt) {

  /** The JSON form of the view. */
  public static OfficerResponse from(OfficerView view) {
    OfficerDetails details = view.details();
    return new OfficerResponse(
        view.id(), details, details.ledRegions(), view.createdAt(), view.updatedAt());
  }
}
