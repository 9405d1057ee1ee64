package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/**
 * The time that each officer spent in calls.
 *
 * @param span the time of the range
 * @param officers the officers with calls in the range, most time first
 */
public record OfficerTimes(Span span, List<OfficerFigures> officers) {

  /** Copies the list. */
  public OfficerTimes {
    officers = List.copyOf(officers);
  }

  /**
   * The figures of one officer.
   *
   * @param officerId an officer, who may be deleted
   * @param officerName the current name
   * @param figures of the calls in the range
   */
  public record OfficerFigures(OfficerId officerId, String officerName, Figures figures) {}

  /** The figures of all officers. */
  public Figures total() {
    return officers.stream().map(OfficerFigures::figures).reduce(Figures.NONE, Figures::plus);
  }
}
