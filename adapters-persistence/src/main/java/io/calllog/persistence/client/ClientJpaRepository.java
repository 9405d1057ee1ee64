package io.calllog.persistence.client;

import io.calllog.persistence.shared.AggregateJpaRepository;

/** The rows of {@code clients}. */
interface ClientJpaRepository extends AggregateJpaRepository<ClientEntity> {}
