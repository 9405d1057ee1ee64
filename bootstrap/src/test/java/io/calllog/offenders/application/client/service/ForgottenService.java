package io.calllog.offenders.application.client.service;

import io.calllog.offenders.application.client.port.in.CreateClient;

class ForgottenService implements CreateClient {

  @Override
  public void create() {}
}
