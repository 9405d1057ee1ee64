package io.calllog.application.analytics.port.out;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import io.calllog.application.analytics.view.FollowUpFigures.FollowUpCounts;
import io.calllog.application.analytics.view.FollowUpFigures.OfficerFollowUps;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.followup.port.out.InMemoryFollowUps;
import io.calllog.application.officer.port.out.InMemoryOfficers;
import io.calllog.application.testing.Ordering;
import io.calllog.domain.analytics.ReportingZone;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The part of {@link InMemoryFigures} that counts follow-ups. Thread-safe. */
final class InMemoryFollowUpFigures {

  private final InMemoryFollowUps followUps;
  private final InMemoryOfficers officers;
  private final InstantSource clock;

  InMemoryFollowUpFigures(
      InMemoryFollowUps followUps, InMemoryOfficers officers, InstantSource clock) {
    this.followUps = followUps;
    this.officers = officers;
    this.clock = clock;
  }

  /** Counts the follow-ups that were due in the range, by officer. */
  List<OfficerFollowUps> answer(ReportFilter filter, Visibility visibility, ReportingZone zone) {
    Map<OfficerId, FollowUpCounts> counts =
        followUps.living().stream()
            .filter(f -> visibility.covers(f.region(), f.details().officerId()))
            .filter(f -> filter.region() == null || filter.region().contains(f.region()))
            .filter(f ->
                filter.officers().isEmpty() || filter.officers().contains(f.details().officerId()))
            .filter(f -> filter.range().days().anyMatch(dueDay(f, zone)::equals))
            .collect(
                toMap(f -> f.details().officerId(), f -> counts(f, zone), FollowUpCounts::plus));
    return counts.entrySet().stream()
        .map(e -> new OfficerFollowUps(e.getKey(), officers.nameOf(e.getKey()), e.getValue()))
        .sorted(
            comparing(o -> InMemoryFigures.place(o.officerName(), o.officerId()), Ordering.BY_NAME))
        .toList();
  }

  private FollowUpCounts counts(FollowUp followUp, ReportingZone zone) {
    Instant doneAt = followUp.doneAt();
    boolean late =
        doneAt != null && LocalDate.ofInstant(doneAt, zone.id()).isAfter(dueDay(followUp, zone));
    boolean overdue = followUp.isOpen() && followUp.details().dueAt().isBefore(clock.instant());
    return new FollowUpCounts(
        1,
        doneAt != null && !late ? 1 : 0,
        late ? 1 : 0,
        overdue ? 1 : 0,
        followUp.details().state() == FollowUpState.CANCELLED ? 1 : 0);
  }

  private static LocalDate dueDay(FollowUp followUp, ReportingZone zone) {
    return LocalDate.ofInstant(followUp.details().dueAt(), zone.id());
  }
}
