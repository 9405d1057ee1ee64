package io.calllog.persistence.client;

import io.calllog.persistence.shared.StoredAggregates;

/** The rows of {@code clients}. */
interface ClientEntities extends StoredAggregates<ClientEntity> {}
