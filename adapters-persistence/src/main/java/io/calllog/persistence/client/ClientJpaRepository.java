package io.calllog.persistence.client;

import io.calllog.persistence.shared.AggregateJpaRepository;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The rows of {@code clients}. */
interface ClientJpaRepository extends AggregateJpaRepository<ClientEntity> {

  /** The clients that were merged into a client, locked until the transaction ends. */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  @Query("select c from ClientEntity c where c.mergedInto = :id order by c.id")
  List<ClientEntity> findMergedLocked(UUID id);
}
