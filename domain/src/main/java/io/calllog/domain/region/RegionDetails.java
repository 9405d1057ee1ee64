package io.calllog.domain.region;

import io.calllog.domain.shared.RegionPath;

/**
 * The facts about a region that can be changed. The names of the components are the names of the
 * fields in the API and in the audit trail. The path is unique among regions that are not deleted.
 */
public record RegionDetails(RegionPath path) {}
