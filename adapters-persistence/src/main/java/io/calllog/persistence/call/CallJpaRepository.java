package io.calllog.persistence.call;

import io.calllog.persistence.shared.AggregateJpaRepository;

/** Rows of table {@code calls}. */
interface CallJpaRepository extends AggregateJpaRepository<CallEntity> {}
