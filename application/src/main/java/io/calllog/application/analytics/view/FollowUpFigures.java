package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/** The follow-ups that were due in a range, for each officer who owes some, by name. */
public record FollowUpFigures(Span span, List<OfficerFollowUps> officers) {

  public FollowUpFigures {
    officers = List.copyOf(officers);
  }

  /** The follow-ups of one officer, who may be deleted. */
  public record OfficerFollowUps(OfficerId officerId, String officerName, Counts counts) {}

  /**
   * Numbers of follow-ups. Those that are open and not due yet are only in {@code promised}.
   *
   * @param promised all
   * @param keptInTime completed by a call that started by the end of the day when they were due
   * @param keptLate completed by a later call
   * @param overdue open, and due before now
   */
  public record Counts(
      long promised, long keptInTime, long keptLate, long overdue, long cancelled) {

    /** Without follow-ups. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** Returns the sum of both. */
    public Counts plus(Counts others) {
      return new Counts(
          promised + others.promised,
          keptInTime + others.keptInTime,
          keptLate + others.keptLate,
          overdue + others.overdue,
          cancelled + others.cancelled);
    }
  }

  /** The follow-ups of all officers. */
  public Counts total() {
    return officers.stream().map(OfficerFollowUps::counts).reduce(Counts.NONE, Counts::plus);
  }
}
