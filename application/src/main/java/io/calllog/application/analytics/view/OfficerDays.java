package io.calllog.application.analytics.view;

import io.calllog.domain.officer.OfficerId;
import java.util.List;

/** The calls of one officer, who may be deleted, on each day with calls, in order. */
public record OfficerDays(OfficerId officerId, String officerName, List<DayFigures> days) {

  public OfficerDays {
    days = List.copyOf(days);
  }
}
