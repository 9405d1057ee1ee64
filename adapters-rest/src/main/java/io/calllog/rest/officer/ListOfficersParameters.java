package io.calllog.rest.officer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.rest.shared.PageParameters;

/** The query parameters of one page of officers. */
record ListOfficersParameters(
    @JsonUnwrapped OfficerFilterParameters filter, @JsonUnwrapped PageParameters page) {}
