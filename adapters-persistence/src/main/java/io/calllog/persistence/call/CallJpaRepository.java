package io.calllog.persistence.call;

import io.calllog.persistence.shared.AggregateJpaRepository;

/** The rows of {@code calls}. */
interface CallJpaRepository extends AggregateJpaRepository<CallEntity> {}
