package io.calllog.application.call.view;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * A call with the current names of the officer and the client in it. The names of deleted officers
 * and clients are kept; those of erased ones are not.
 *
 * @param clientName null if the call has no client
 */
public record CallView(Call call, String officerName, @Nullable String clientName) {

  /** The id of the call. */
  public CallId id() {
    return call.id();
  }
}
