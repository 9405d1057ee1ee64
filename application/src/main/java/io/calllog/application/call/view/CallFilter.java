package io.calllog.application.call.view;

import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.Region;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a list of calls is narrowed to; an empty set and null stand for no limit.
 *
 * @param officers of one of these officers
 * @param clients with one of these clients
 * @param types of one of these types
 * @param outcomes with one of these outcomes
 * @param region made at or below it
 * @param from started at this time or later
 * @param to started before this time
 * @param minDurationSeconds lasted this long or longer
 * @param externalId the id in another system
 */
public record CallFilter(
    Set<OfficerId> officers,
    Set<ClientId> clients,
    Set<CallType> types,
    Set<CallOutcome> outcomes,
    @Nullable Region region,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer minDurationSeconds,
    @Nullable ExternalId externalId) {

  /** Passes everything. */
  public static final CallFilter ALL =
      new CallFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, null);

  /** Copies the sets, sorted, so that equal filters are the same text. */
  public CallFilter {
    officers = sorted(officers);
    clients = sorted(clients);
    types = sorted(types);
    outcomes = sorted(outcomes);
  }

  private static <T> Set<T> sorted(Set<T> values) {
    Set<T> sorted = new TreeSet<>(Comparator.comparing(Object::toString));
    sorted.addAll(values);
    return Collections.unmodifiableSet(sorted);
  }

  /** Whether calls of this officer can pass. */
  public boolean admits(OfficerId officer) {
    return officers.isEmpty() || officers.contains(officer);
  }

  /** Whether calls with this client can pass. */
  public boolean admits(ClientId client) {
    return clients.isEmpty() || clients.contains(client);
  }

  /** The same filter, for the calls of one officer. */
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
        externalId);
  }

  /** The same filter, for the calls with one client. */
  public CallFilter with(ClientId client) {
    return new CallFilter(
        officers,
        Set.of(client),
        types,
        outcomes,
        region,
        from,
        to,
        minDurationSeconds,
        externalId);
  }
}
