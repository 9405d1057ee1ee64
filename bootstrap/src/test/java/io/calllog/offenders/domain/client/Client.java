package io.calllog.offenders.domain.client;

import io.calllog.offenders.domain.officer.OfficerId;

/** An aggregate whose package and that of officers need each other. */
public record Client(ClientId id, OfficerId owner) {}
