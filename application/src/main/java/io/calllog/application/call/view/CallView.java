package io.calllog.application.call.view;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import org.jspecify.annotations.Nullable;

/**
 * A call with the current names of its officers and its client, who may be deleted.
 *
 * @param clientName null if there is no client, or if the reader does not see its region or owner
 * @param loggedByName the name of the officer or the key that logged it
 */
public record CallView(
    Call call, String officerName, @Nullable String clientName, String loggedByName) {

  public CallId id() {
    return call.id();
  }
}
