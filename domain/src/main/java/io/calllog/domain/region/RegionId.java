package io.calllog.domain.region;

import java.util.UUID;

/** The id of a region. It stays the same when the region is renamed or moved. */
public record RegionId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
