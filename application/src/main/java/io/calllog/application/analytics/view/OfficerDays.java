package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/**
 * The calls of one officer, day by day.
 *
 * @param officerId an officer, possibly a deleted one
 * @param days the days with calls in order, at least one
 */
public record OfficerDays(OfficerId officerId, String officerName, List<DayFigures> days) {

  public OfficerDays {
    days = List.copyOf(days);
  }
}
