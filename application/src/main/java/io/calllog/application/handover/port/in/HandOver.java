package io.calllog.application.handover.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.officer.OfficerId;

/** Gives what an officer looks after to another officer, for example when somebody leaves. */
public interface HandOver {

  /**
   * Hands over what the actor sees, in one transaction. Calls and figures stay as they are.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the officer who hands over,
   *     deleted or not
   * @throws io.calllog.domain.shared.NotPermitted if the actor does not lead the region of that
   *     officer
   * @throws io.calllog.domain.shared.InvalidInput {@code unknown-reference} if the actor cannot see
   *     the other officer, or both are the same
   */
  HandedOver handOver(Command command);

  /**
   * The parameters.
   *
   * @param clients whether clients are handed over
   * @param followUps whether open follow-ups are handed over
   */
  record Command(Caller caller, OfficerId from, OfficerId to, boolean clients, boolean followUps) {}

  /** How much was handed over. */
  record HandedOver(int clients, int followUps) {

    /** Returns whether there was nothing to hand over. */
    public boolean isEmpty() {
      return clients == 0 && followUps == 0;
    }
  }
}
