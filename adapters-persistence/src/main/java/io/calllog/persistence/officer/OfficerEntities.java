package io.calllog.persistence.officer;

import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.persistence.shared.StoredAggregates;
import java.util.Optional;

/** The rows of {@code officers}. */
interface OfficerEntities extends StoredAggregates<OfficerEntity> {

  Optional<OfficerEntity> findByEmailKeyAndDeletedAtIsNull(String emailKey);

  long countByRoleAndStatusAndDeletedAtIsNull(Role role, OfficerStatus status);
}
