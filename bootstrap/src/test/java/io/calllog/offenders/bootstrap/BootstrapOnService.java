package io.calllog.offenders.bootstrap;

import io.calllog.offenders.application.client.service.PublicService;

interface BootstrapOnService {
  PublicService needs();
}
