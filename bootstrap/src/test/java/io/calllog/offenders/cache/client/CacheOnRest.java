package io.calllog.offenders.cache.client;

import io.calllog.offenders.rest.client.PublicController;

interface CacheOnRest {
  PublicController[] needs();
}
