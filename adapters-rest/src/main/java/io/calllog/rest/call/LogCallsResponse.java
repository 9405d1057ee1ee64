package io.calllog.rest.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.call.port.in.LogCall;
import io.calllog.domain.call.CallId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/** What became of each of several calls, in the order of the request. */
record LogCallsResponse(List<Item> results) {

  /**
   * What became of a call.
   *
   * @param id null if the request has no valid id
   * @param call absent if the call was refused
   * @param problem absent unless the call was refused
   */
  record Item(
      @Nullable CallId id,
      String status,
      @JsonInclude(Include.NON_NULL) @Nullable CallResponse call,
      @JsonInclude(Include.NON_NULL) @Nullable ProblemDetail problem) {

    static Item of(LogCall.Result result) {
      String status = result.repeated() ? "repeated" : "created";
      return new Item(result.call().id(), status, CallResponse.logged(result), null);
    }

    static Item refused(@Nullable CallId id, ProblemDetail problem) {
      return new Item(id, "refused", null, problem);
    }
  }
}
