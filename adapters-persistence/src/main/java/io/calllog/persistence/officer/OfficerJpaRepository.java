package io.calllog.persistence.officer;

import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.persistence.shared.AggregateJpaRepository;
import java.util.Optional;

/** The rows of {@code officers}. */
interface OfficerJpaRepository extends AggregateJpaRepository<OfficerEntity> {

  Optional<OfficerEntity> findByEmailKeyAndDeletedAtIsNull(String emailKey);

  long countByRoleAndStatusAndDeletedAtIsNull(Role role, OfficerStatus status);
}
