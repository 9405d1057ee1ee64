package io.calllog.offenders.application.officer.service;

import io.calllog.offenders.application.client.service.PublicService;

class ServiceOnServiceOfAnother {

  PublicService other() {
    return new PublicService();
  }
}
