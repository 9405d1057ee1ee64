package io.calllog.rest.officer;

import io.calllog.application.handover.port.in.HandOver;
import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.OfficerId;
import org.jspecify.annotations.Nullable;

/** Everything is handed over unless the request says {@code false}. */
record HandOverRequest(OfficerId to, @Nullable Boolean clients, @Nullable Boolean followUps) {

  HandOver.Command toCommand(Caller caller, OfficerId from) {
    return new HandOver.Command(
        caller, from, to, !Boolean.FALSE.equals(clients), !Boolean.FALSE.equals(followUps));
  }
}
