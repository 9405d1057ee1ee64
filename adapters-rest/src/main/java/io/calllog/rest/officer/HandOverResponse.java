package io.calllog.rest.officer;

import io.calllog.application.handover.port.in.HandOver.HandedOver;

record HandOverResponse(int clients, int followUps) {

  static HandOverResponse from(HandedOver handedOver) {
    return new HandOverResponse(handedOver.clients(), handedOver.followUps());
  }
}
