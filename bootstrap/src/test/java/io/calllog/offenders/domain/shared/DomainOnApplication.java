package io.calllog.offenders.domain.shared;

import io.calllog.offenders.application.client.port.in.CreateClient;

interface DomainOnApplication {
  CreateClient needs();
}
