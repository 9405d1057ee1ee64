package io.calllog.offenders.domain.officer;

import java.util.UUID;

/** An id. */
public record OfficerId(UUID value) {}
