package io.calllog.offenders.persistence.client;

import io.calllog.offenders.application.client.port.in.CreateClient;

interface PersistenceOnInPort {
  CreateClient needs();
}
