package io.calllog.rest.client;

import io.calllog.application.client.port.in.CreateClient.Duplicates;
import org.jspecify.annotations.Nullable;

/** The query parameters of a new client. */
record CreateClientParameters(@Nullable Duplicates duplicates) {}
