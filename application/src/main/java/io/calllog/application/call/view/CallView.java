package io.calllog.application.call.view;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import org.jspecify.annotations.Nullable;

/** A call with the current names of its officer and client, who may be deleted. */
public record CallView(Call call, String officerName, @Nullable String clientName) {

  public CallId id() {
    return call.id();
  }
}
