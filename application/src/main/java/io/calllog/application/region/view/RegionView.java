package io.calllog.application.region.view;

import io.calllog.domain.region.Region;

/** A region, and how many officers and clients that are not deleted are directly in it. */
public record RegionView(Region region, long officers, long clients) {}
