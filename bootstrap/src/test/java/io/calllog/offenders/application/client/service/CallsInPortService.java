package io.calllog.offenders.application.client.service;

import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.offenders.application.client.port.in.CreateClient;
import io.calllog.offenders.application.client.port.in.RemoveClient;

@UseCase(TxMode.NONE)
class CallsInPortService implements RemoveClient {

  private final CreateClient other;

  CallsInPortService(CreateClient other) {
    this.other = other;
  }

  @Override
  public void remove() {
    other.create();
  }
}
