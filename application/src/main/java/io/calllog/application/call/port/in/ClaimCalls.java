package io.calllog.application.call.port.in;

import io.calllog.application.shared.Caller;
import io.calllog.domain.client.ClientId;

/** Gives a client the earlier calls from and to its numbers. */
public interface ClaimCalls {

  /** The maximum number of calls that one request changes. */
  int MAX_CALLS = 500;

  /**
   * Gives the client up to {@link #MAX_CALLS} calls that have one of its numbers on the line and no
   * client, the earliest first. Calls that the actor may not change stay as they are. Repeat it
   * while there may be more.
   *
   * @throws io.calllog.domain.shared.NotFound if the actor may not see the client
   */
  Result claim(Command command);

  record Command(Caller caller, ClientId client) {}

  /**
   * What was done.
   *
   * @param claimed the number of calls that the client got
   * @param more whether there may be more calls
   */
  record Result(int claimed, boolean more) {}
}
