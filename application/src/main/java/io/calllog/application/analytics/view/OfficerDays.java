package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/**
 * The calls of one officer, day by day.
 *
 * @param officerId an officer, who may be deleted
 * @param officerName the current name
 * @param days the days with calls in order, at least one
 */
public record OfficerDays(OfficerId officerId, String officerName, List<DayFigures> days) {

  /** Copies the days. */
  public OfficerDays {
    days = List.copyOf(days);
  }
}
