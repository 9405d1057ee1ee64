package io.calllog.offenders.application.client.service;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.offenders.application.client.port.in.CreateClient;
import io.calllog.offenders.application.client.port.in.RemoveClient;

@UseCase(TxMode.NONE)
class TwoPortsService implements CreateClient, RemoveClient {

  @Override
  public void create() {}

  @Override
  public void remove() {}
}
