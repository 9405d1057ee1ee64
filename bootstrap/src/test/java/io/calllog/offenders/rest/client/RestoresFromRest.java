package io.calllog.offenders.rest.client;

import io.calllog.offenders.domain.client.Client;
import io.calllog.offenders.domain.client.ClientId;
import io.calllog.offenders.domain.officer.OfficerId;
import java.util.UUID;

class RestoresFromRest {

  Client restored() {
    return new Client(new ClientId(new UUID(0, 0)), new OfficerId(new UUID(0, 0)));
  }
}
