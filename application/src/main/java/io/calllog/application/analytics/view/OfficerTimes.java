package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/** The time in calls of each officer, longest talk time first. */
public record OfficerTimes(Span span, List<OfficerFigures> officers) {

  public OfficerTimes {
    officers = List.copyOf(officers);
  }

  /** The figures of one officer, who may be deleted. */
  public record OfficerFigures(OfficerId officerId, String officerName, Figures figures) {}

  /** The figures of all officers. */
  public Figures total() {
    return officers.stream().map(OfficerFigures::figures).reduce(Figures.NONE, Figures::plus);
  }
}
