package io.calllog.offenders.domain.client;

import io.calllog.offenders.domain.officer.OfficerId;

/** An aggregate in a package cycle with officers. */
public record Client(ClientId id, OfficerId owner) {}
