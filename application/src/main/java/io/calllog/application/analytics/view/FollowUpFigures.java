package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/** The follow-ups that were due in a range, for each officer who owes some, by name. */
public record FollowUpFigures(Span span, List<OfficerFollowUps> officers) {

  public FollowUpFigures {
    officers = List.copyOf(officers);
  }

  /** The follow-ups of one officer, who may be deleted. */
  public record OfficerFollowUps(OfficerId officerId, String officerName, FollowUpCounts counts) {}

  /**
   * Numbers of follow-ups. Those that are open and not due yet are only in {@code promised}.
   *
   * @param promised all
   * @param keptInTime completed by a call that started by the end of the day when they were due
   * @param keptLate completed by a later call
   * @param overdue open, and due before now
   */
  public record FollowUpCounts(
      long promised, long keptInTime, long keptLate, long overdue, long cancelled) {

    /** Without follow-ups. */
    public static final FollowUpCounts NONE = new FollowUpCounts(0, 0, 0, 0, 0);

    /** Returns the sum of both. */
    public FollowUpCounts plus(FollowUpCounts others) {
      return new FollowUpCounts(
          promised + others.promised,
          keptInTime + others.keptInTime,
          keptLate + others.keptLate,
          overdue + others.overdue,
          cancelled + others.cancelled);
    }
  }

  /** The follow-ups of all officers. */
  public FollowUpCounts total() {
    return officers.stream()
        .map(OfficerFollowUps::counts)
        .reduce(FollowUpCounts.NONE, FollowUpCounts::plus);
  }
}
