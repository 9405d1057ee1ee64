package io.calllog.rest.analytics;

import io.calllog.application.analytics.view.Difference;
import io.calllog.domain.analytics.DayRange;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

record DifferencesResponse(long days, List<DifferenceResponse> differences) {

  record DifferenceResponse(
      LocalDate day, UUID officerId, String region, String figure, long kept, long counted) {

    static DifferenceResponse from(Difference difference) {
      return new DifferenceResponse(
          difference.day(),
          difference.officerId().value(),
          difference.region(),
          difference.figure(),
          difference.kept(),
          difference.counted());
    }
  }

  static DifferencesResponse from(DayRange range, List<Difference> differences) {
    return new DifferencesResponse(
        range.length(), differences.stream().map(DifferenceResponse::from).toList());
  }
}
