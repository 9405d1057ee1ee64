package io.calllog.offenders.persistence.client;

import io.calllog.offenders.application.client.port.out.ClientRepository;
import io.calllog.offenders.domain.client.Client;
import io.calllog.offenders.domain.client.ClientId;
import io.calllog.offenders.domain.officer.OfficerId;
import java.util.function.BiFunction;

/** A public adapter that constructs an aggregate without a mapper. */
public class PublicClientRepository implements ClientRepository {

  @Override
  public void add() {}

  BiFunction<ClientId, OfficerId, Client> restores() {
    return Client::new;
  }
}
