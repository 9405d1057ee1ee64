package io.calllog.rest.client;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.rest.shared.PageParameters;

/** The query parameters of one page of clients. */
record ListClientsParameters(
    @JsonUnwrapped ClientFilterParameters filter, @JsonUnwrapped PageParameters page) {}
