package io.calllog.application.client.view;

import io.calllog.domain.client.Client;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client and the totals of all calls with it, by any officer.
 *
 * @param connected the number of calls in which officer and client spoke to each other
 * @param lastCallAt the latest start of a call; null without calls
 */
public record ListedClient(
    Client client, long calls, long connected, @Nullable Instant lastCallAt) {}
