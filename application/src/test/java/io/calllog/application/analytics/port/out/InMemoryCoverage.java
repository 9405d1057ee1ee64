package io.calllog.application.analytics.port.out;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.calllog.application.analytics.view.Coverage;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.client.port.out.InMemoryClients;
import io.calllog.application.client.view.CallCoverage;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.shared.Cursor.ByPath;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of {@link InMemoryFigures} that counts clients. Thread-safe. */
final class InMemoryCoverage {

  private final InMemoryClients clients;
  private final InMemoryOfficers officers;

  InMemoryCoverage(InMemoryClients clients, InMemoryOfficers officers) {
    this.clients = clients;
    this.officers = officers;
  }

  /** The owner and the region of clients. */
  private record OwnedIn(@Nullable OfficerId owner, RegionPath region) {}

  /** Counts the clients as of the first day of the range. */
  Coverage answer(ReportFilter filter, Visibility visibility, ReportingZone zone) {
    Map<OwnedIn, List<ListedClient>> counted =
        clients.living().stream()
            .filter(client -> client.details().callEvery() != null)
            .filter(
                client -> visibility.covers(client.details().region(), client.details().ownerId()))
            .filter(client ->
                filter.region() == null || filter.region().contains(client.details().region()))
            .filter(client ->
                filter.officers().isEmpty()
                    || (client.details().ownerId() != null
                        && filter.officers().contains(client.details().ownerId())))
            .map(clients::listed)
            .collect(
                groupingBy(listed ->
                    new OwnedIn(
                        listed.client().details().ownerId(), listed.client().details().region())));
    return new Coverage(
        counted.entrySet().stream()
            .map(e -> part(e.getKey(), e.getValue(), filter.range().from(), zone))
            .sorted(
                comparing(
                        (Coverage.Part part) ->
                            part.ownerId() == null || part.ownerName() == null
                                ? null
                                : InMemoryFigures.place(part.ownerName(), part.ownerId()),
                        nullsLast(Ordering.BY_NAME))
                    .thenComparing(part -> new ByPath(part.region().path()), Ordering.BY_PATH))
            .toList());
  }

  private Coverage.Part part(
      OwnedIn place, List<ListedClient> owned, LocalDate today, ReportingZone zone) {
    Map<CallCoverage, Long> counts =
        owned.stream()
            .collect(
                groupingBy(
                    listed -> {
                      Instant last = listed.lastCallAt();
                      return CallCoverage.of(
                          requireNonNull(listed.client().details().callEvery()),
                          last == null ? null : LocalDate.ofInstant(last, zone.id()),
                          today);
                    },
                    counting()));
    return new Coverage.Part(
        place.owner(),
        place.owner() == null ? null : officers.nameOf(place.owner()),
        place.region(),
        new Coverage.Counts(
            counts.getOrDefault(CallCoverage.IN_TIME, 0L),
            counts.getOrDefault(CallCoverage.LATE, 0L),
            counts.getOrDefault(CallCoverage.NEVER_CALLED, 0L)));
  }
}
