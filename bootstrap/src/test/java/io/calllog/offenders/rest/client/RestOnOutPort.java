package io.calllog.offenders.rest.client;

import io.calllog.offenders.application.client.port.out.ClientRepository;

interface RestOnOutPort {
  ClientRepository needs();
}
