package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/**
 * What one officer did, day by day.
 *
 * @param officerId who, possibly deleted since
 * @param officerName what they are called now
 * @param days those with calls in order, at least one
 */
public record OfficerDays(OfficerId officerId, String officerName, List<DayFigures> days) {

  /** Copies the days. */
  public OfficerDays {
    days = List.copyOf(days);
  }
}
