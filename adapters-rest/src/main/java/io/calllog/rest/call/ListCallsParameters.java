package io.calllog.rest.call;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.rest.shared.PageParameters;

/** The query parameters of one page of calls. */
public record ListCallsParameters(
    @JsonUnwrapped CallFilterParameters filter, @JsonUnwrapped PageParameters page) {}
