package io.calllog.rest.followup;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.calllog.rest.shared.PageParameters;

/** The query parameters of one page of follow-ups. */
record ListFollowUpsParameters(
    @JsonUnwrapped FollowUpFilterParameters filter, @JsonUnwrapped PageParameters page) {}
