package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.rest.call.CallResponse;
import io.calllog.rest.shared.ItemsResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of clients.
 *
 * @param incoming the latest incoming calls from the number that was looked up; absent unless the
 *     request names one
 */
record ClientsResponse(
    @JsonUnwrapped ItemsResponse<ClientItemResponse> page,
    @JsonInclude(Include.NON_NULL) @Nullable List<CallResponse> incoming) {}
