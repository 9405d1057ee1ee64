package io.calllog.persistence.followup;

import io.calllog.application.followup.view.FollowUpFilter;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.OfficerId;
import io.calllog.persistence.shared.Conditions;
import io.calllog.persistence.shared.Parameters;
import io.calllog.persistence.shared.Reach;
import io.calllog.persistence.shared.Times;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Conditions on a follow-up, named {@code f} in SQL. */
final class FollowUpConditions {

  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private FollowUpConditions() {}

  /** The states that can match the filter. */
  static List<FollowUpState> states(FollowUpFilter filter) {
    Set<FollowUpState> states = filter.states();
    return Stream.of(FollowUpState.values())
        .filter(state -> states.isEmpty() || states.contains(state))
        .filter(state -> !Boolean.TRUE.equals(filter.overdue()) || state == FollowUpState.OPEN)
        .toList();
  }

  /** All conditions of the filter and the visibility. */
  static Conditions all(
      Parameters parameters, FollowUpFilter filter, Reach calls, Reach clients, Instant now) {
    Conditions all = due(parameters, filter).and(others(parameters, filter, calls, clients).sql());
    if (filter.overdue() != null) {
      String overdue = "f.state = 'OPEN' AND f.due_at < ?";
      all.and(filter.overdue() ? overdue : "NOT (" + overdue + ")", Times.parameter(now));
    }
    return all.in("f.state", filter.states().stream().map(Enum::name).toList());
  }

  /** The bounds of the filter. Deleted follow-ups never match. */
  static Conditions due(Parameters parameters, FollowUpFilter filter) {
    Conditions due = new Conditions(parameters).and("f.deleted_at IS NULL");
    if (filter.dueFrom() != null) {
      due.and("f.due_at >= ?", limit(filter.dueFrom()));
    }
    if (filter.dueTo() != null) {
      due.and("f.due_at < ?", limit(filter.dueTo()));
    }
    return due;
  }

  /**
   * The conditions of the filter except those on the state and the time, and the visibility.
   *
   * @param calls the visible calls that the filter admits
   */
  static Conditions others(
      Parameters parameters, FollowUpFilter filter, Reach calls, Reach clients) {
    Conditions others = FollowUpRowMapper.visible(parameters, calls, clients);
    others.in("f.officer_id", filter.officers().stream().map(OfficerId::value).toList());
    if (!filter.clients().isEmpty()) { // or the clients that they were merged into
      others.and(
          "f.client_id = ANY (ARRAY (SELECT coalesce(merged_into, id) FROM clients WHERE id IN (?)))",
          filter.clients().stream().map(ClientId::value).toList());
    }
    return others.inRegion("f.region_key", calls.wanted());
  }

  /**
   * Rounds up to the precision of the database, so that no time in between is on another side.
   * Bounds before 1970 and in the year 9999 are beyond all follow-ups.
   */
  private static Object limit(Instant bound) {
    if (bound.isBefore(Instant.EPOCH) || bound.isAfter(LATEST)) {
      return Times.parameter(bound.isBefore(Instant.EPOCH) ? Instant.EPOCH : LATEST);
    }
    Instant cut = bound.truncatedTo(ChronoUnit.MICROS);
    return Times.parameter(cut.equals(bound) ? cut : cut.plus(1, ChronoUnit.MICROS));
  }
}
