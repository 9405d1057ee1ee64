package io.calllog.persistence.client;

import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JpaClientRepository implements ClientRepository {

  private final ClientJpaRepository rows;
  private final ClientEntityMapper mapper;
  private final EntityManager entityManager;

  JpaClientRepository(
      ClientJpaRepository rows, ClientEntityMapper mapper, EntityManager entityManager) {
    this.rows = rows;
    this.mapper = mapper;
    this.entityManager = entityManager;
  }

  @Override
  public Optional<Client> find(ClientId id) {
    return rows.findByIdAndDeletedAtIsNull(id.value()).map(mapper::toClient);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Client> findForUpdate(ClientId id) {
    entityManager.clear(); // or an earlier snapshot would be answered; nothing is pending, see rows
    return rows.findLocked(id.value()).map(mapper::toClient);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Client> findDeletedForUpdate(ClientId id) {
    entityManager.clear(); // as above
    return rows.findHiddenLocked(id.value()).map(mapper::toClient);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Client client) {
    var row = new ClientEntity();
    mapper.write(client, row);
    rows.saveAndFlush(row);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Client update(Client client) {
    ClientEntity row = rows.current(client.id().value(), client.version());
    mapper.write(client, row);
    return mapper.toClient(rows.change(row));
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Client client, Instant now) {
    ClientEntity row = rows.current(client.id().value(), client.version());
    row.hide(now);
    rows.change(row);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void erase(Client client, Instant now) {
    ClientEntity row = rows.currentOrHidden(client.id().value(), client.version());
    mapper.write(client, row);
    if (!row.isHidden()) {
      row.hide(now);
    }
    rows.change(row);
  }
}
