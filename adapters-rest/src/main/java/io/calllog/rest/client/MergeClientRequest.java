package io.calllog.rest.client;

import io.calllog.domain.client.ClientId;

/** The body that merges a client into another one. */
record MergeClientRequest(ClientId from) {}
