package io.calllog.application.call.view;

import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.SortedCopy;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A filter for calls. An empty set or null means no restriction. A region includes those below it;
 * {@code to} is exclusive. Each word of the {@code text} begins a word of the comment.
 */
public record CallFilter(
    Set<OfficerId> officers,
    Set<ClientId> clients,
    Set<CallType> types,
    Set<CallOutcome> outcomes,
    @Nullable RegionPath region,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer minDurationSeconds,
    @Nullable ExternalId externalId,
    @Nullable SearchText text) {

  /** Matches every call. */
  public static final CallFilter ALL =
      new CallFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, null, null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public CallFilter {
    officers = SortedCopy.of(officers);
    clients = SortedCopy.of(clients);
    types = SortedCopy.of(types);
    outcomes = SortedCopy.of(outcomes);
  }

  /** Returns whether calls of this officer can match. */
  public boolean admits(OfficerId officer) {
    return officers.isEmpty() || officers.contains(officer);
  }

  /** Returns whether calls with this client can match. */
  public boolean admits(ClientId client) {
    return clients.isEmpty() || clients.contains(client);
  }

  /** Returns this filter, restricted to the calls of one officer. */
  public CallFilter of(OfficerId officer) {
    return new CallFilter(
        Set.of(officer),
        clients,
        types,
        outcomes,
        region,
        from,
        to,
        minDurationSeconds,
        externalId,
        text);
  }

  /** Returns this filter with other clients. */
  public CallFilter with(Set<ClientId> others) {
    return new CallFilter(
        officers, others, types, outcomes, region, from, to, minDurationSeconds, externalId, text);
  }
}
