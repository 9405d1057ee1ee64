package io.calllog.offenders.application.client.service;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.offenders.application.client.port.in.CreateClient;
import org.springframework.transaction.annotation.Transactional;

@UseCase(TxMode.NONE)
class TransactionalService implements CreateClient {

  @Override
  @Transactional
  public void create() {}
}
