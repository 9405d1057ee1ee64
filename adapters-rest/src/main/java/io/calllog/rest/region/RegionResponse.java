package io.calllog.rest.region;

import io.calllog.application.region.view.RegionView;
import io.calllog.domain.region.Region;
import io.calllog.domain.region.RegionId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;

/** A region in JSON, with the number of officers and clients directly in it. */
public record RegionResponse(
    RegionId id,
    RegionPath path,
    long officers,
    long clients,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The JSON form. */
  public static RegionResponse from(RegionView view) {
    Region region = view.region();
    return new RegionResponse(
        region.id(),
        region.path(),
        view.officers(),
        view.clients(),
        region.createdAt(),
        region.updatedAt(),
        region.version());
  }
}
