package io.calllog.offenders.rest.client;

import io.calllog.offenders.persistence.client.PublicEntity;

interface RestOnPersistence {
  PublicEntity needs();
}
