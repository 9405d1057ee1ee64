package io.calllog.local.demo;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallDuration;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.Region;
import io.calllog.local.demo.DemoPlaces.City;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the demo organisation in the two months before a day: 60,000, mostly in working
 * hours, fewer at weekends, with outcomes and durations as they are in the field.
 */
final class DemoCalls {

  private static final int CALLS = 60_000;
  private static final int DAYS = 61;

  private final LocalDate date;
  private final DemoRandom random;
  private final List<Officer> callers;
  private final Map<Region, City> cities;
  private final Map<Region, List<ClientId>> clientsByRegion;
  private final Map<OfficerId, List<ClientId>> clientsByOwner;

  DemoCalls(LocalDate date, DemoOrganisation organisation) {
    this.date = date;
    this.random = new DemoRandom(-date.toEpochDay());
    this.callers = organisation.callers();
    this.cities = DemoPlaces.CITIES.stream().collect(Collectors.toMap(City::region, city -> city));
    this.clientsByRegion =
        organisation.clients().stream()
            .collect(
                Collectors.groupingBy(
                    client -> client.details().region(),
                    Collectors.mapping(Client::id, Collectors.toList())));
    this.clientsByOwner =
        organisation.clients().stream()
            .filter(client -> client.details().ownerId() != null)
            .collect(
                Collectors.groupingBy(
                    client -> java.util.Objects.requireNonNull(client.details().ownerId()),
                    Collectors.mapping(Client::id, Collectors.toList())));
  }

  /** Makes each of the calls, in no particular order. */
  void forEach(Consumer<Call> consumer) {
    for (int i = 0; i < CALLS; i++) {
      consumer.accept(call(random.oneOf(callers)));
    }
  }

  private Call call(Officer officer) {
    Region region = officer.details().region();
    boolean outgoing = random.percent(72);
    CallOutcome outcome = outcome(outgoing);
    Instant startedAt = start(java.util.Objects.requireNonNull(cities.get(region)));
    int seconds = seconds(outcome);
    var facts =
        new CallFacts(
            client(officer),
            outgoing ? CallType.OUTGOING : CallType.INCOMING,
            outcome,
            new CallDuration(seconds),
            startedAt,
            random.percent(35) ? new Comment(random.oneOf(DemoWords.comments(outcome))) : null);
    Instant loggedAt = facts.startedAt().plusSeconds(seconds + 10L + random.below(240));
    return Call.log(
        new CallId(random.uuid(facts.startedAt())),
        officer.id(),
        region,
        facts,
        officer.asActor(),
        loggedAt);
  }

  private Instant start(City city) {
    LocalDate day = date.minusDays(1L + random.below(DAYS));
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    if (weekend && random.percent(88)) {
      day =
          day.minusDays(2L + random.below(3)).isBefore(date.minusDays(DAYS))
              ? day.plusDays(2)
              : day.minusDays(2);
    }
    // 9 to 10 and 14 to 16 are the busy hours, lunch is not
    int hour = 8 + random.weighted(6, 16, 14, 12, 5, 10, 15, 13, 7, 2);
    LocalTime time =
        LocalTime.of(hour, random.below(60), random.below(60), random.below(1_000) * 1_000_000);
    return day.atTime(time).atZone(city.zoneId()).toInstant();
  }

  private CallOutcome outcome(boolean outgoing) {
    return outgoing
        ? List.of(
                CallOutcome.SUCCESSFUL,
                CallOutcome.FOLLOW_UP,
                CallOutcome.NO_ANSWER,
                CallOutcome.BUSY,
                CallOutcome.OTHER)
            .get(random.weighted(36, 17, 31, 11, 5))
        : List.of(
                CallOutcome.SUCCESSFUL,
                CallOutcome.FOLLOW_UP,
                CallOutcome.MISSED,
                CallOutcome.OTHER)
            .get(random.weighted(52, 16, 25, 7));
  }

  private int seconds(CallOutcome outcome) {
    return switch (outcome) {
      case SUCCESSFUL -> random.seconds(260, 5_400);
      case FOLLOW_UP -> random.seconds(170, 3_600);
      case OTHER -> random.seconds(35, 600);
      case NO_ANSWER -> 15 + random.below(30);
      case BUSY -> 3 + random.below(8);
      case MISSED -> 0;
    };
  }

  private @Nullable ClientId client(Officer officer) {
    List<ClientId> owned = clientsByOwner.getOrDefault(officer.id(), List.of());
    List<ClientId> near = clientsByRegion.getOrDefault(officer.details().region(), List.of());
    return switch (random.weighted(70, 22, 8)) {
      case 0 -> owned.isEmpty() ? null : random.oneOf(owned);
      case 1 -> near.isEmpty() ? null : random.oneOf(near);
      default -> null;
    };
  }
}
