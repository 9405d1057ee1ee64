package io.calllog.persistence.call;

import io.calllog.persistence.shared.StoredAggregates;

/** The rows of {@code calls}. */
interface CallEntities extends StoredAggregates<CallEntity> {}
