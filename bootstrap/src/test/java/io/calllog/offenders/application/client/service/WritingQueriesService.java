package io.calllog.offenders.application.client.service;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.offenders.application.client.port.in.CreateClient;
import io.calllog.offenders.application.client.port.out.ClientRepository;

@UseCase(TxMode.WRITE)
class WritingQueriesService implements CreateClient {

  private final UnitOfWork unitOfWork;
  private final ClientRepository clients;

  WritingQueriesService(UnitOfWork unitOfWork, ClientRepository clients) {
    this.unitOfWork = unitOfWork;
    this.clients = clients;
  }

  @Override
  public void create() {
    unitOfWork.write(clients::toString);
  }
}
