package io.calllog.offenders.domain.client;

import java.util.UUID;

/** An id. */
public record ClientId(UUID value) {}
