package io.calllog.application.region.view;

import io.calllog.domain.shared.RegionPath;
import org.jspecify.annotations.Nullable;

/**
 * A filter for regions.
 *
 * @param below only regions below this one; all if null
 */
public record RegionFilter(@Nullable RegionPath below) {}
