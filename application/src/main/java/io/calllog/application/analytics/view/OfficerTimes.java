package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/**
 * How much time each officer spent in calls.
 *
 * @param span the time that the range takes
 * @param officers those with calls in the range, most time first
 */
public record OfficerTimes(Span span, List<OfficerFigures> officers) {

  /** Copies the list. */
  public OfficerTimes {
    officers = List.copyOf(officers);
  }

  /**
   * The figures of one officer.
   *
   * @param officerId who, possibly deleted since
   * @param officerName what they are called now
   * @param figures of their calls in the range
   */
  public record OfficerFigures(OfficerId officerId, String officerName, Figures figures) {}

  /** The figures of all of them. */
  public Figures total() {
    return officers.stream().map(OfficerFigures::figures).reduce(Figures.NONE, Figures::plus);
  }
}
