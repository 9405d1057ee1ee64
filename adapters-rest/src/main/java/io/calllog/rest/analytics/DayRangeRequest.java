package io.calllog.rest.analytics;

import io.calllog.domain.analytics.DayRange;
import java.time.LocalDate;

record DayRangeRequest(LocalDate from, LocalDate to) {

  DayRange toRange() {
    return new DayRange(from, to);
  }
}
