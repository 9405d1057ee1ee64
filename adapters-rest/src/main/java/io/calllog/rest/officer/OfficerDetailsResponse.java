package io.calllog.rest.officer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.call.CallTotalsResponse;
import io.calllog.rest.shared.ItemsResponse;

/** An officer with their latest calls, and the totals of all their calls. */
record OfficerDetailsResponse(
    @JsonUnwrapped OfficerResponse officer,
    ItemsResponse<CallResponse> history,
    CallTotalsResponse totals) {

  static OfficerDetailsResponse from(OfficerView officer, CallHistory history) {
    return new OfficerDetailsResponse(
        OfficerResponse.from(officer),
        CallResponse.page(officer.id(), history.latest()),
        CallTotalsResponse.from(history.totals()));
  }
}
