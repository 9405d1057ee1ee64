package io.calllog.rest.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.calllog.application.analytics.view.TargetProgress;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.analytics.PerDay;
import io.calllog.rest.analytics.CallLinks.LinksResponse;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The target in a summary, and the month until the last day of the summary, or today. */
record TargetProgressResponse(
    LocalDate from,
    LocalDate to,
    long workingDays,
    long workingDaysSoFar,
    @JsonInclude(Include.NON_NULL) @Nullable AimResponse calls,
    @JsonInclude(Include.NON_NULL) @Nullable AimResponse connected,
    @JsonInclude(Include.NON_NULL) @Nullable AimResponse talkSeconds,
    LinksResponse links) {

  /**
   * A figure that is aimed at.
   *
   * @param pace per working day so far; null before the first one
   * @param target of the whole month
   */
  record AimResponse(
      PerDay perDay,
      long soFar,
      @Nullable BigDecimal pace,
      long target,
      @Nullable Long projection) {

    static @Nullable AimResponse from(
        @Nullable PerDay perDay, long soFar, TargetProgress progress) {
      if (perDay == null) {
        return null;
      }
      long days = progress.elapsed().workingDays();
      return new AimResponse(
          perDay,
          soFar,
          days == 0
              ? null
              : BigDecimal.valueOf(soFar).divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP),
          perDay.value() * progress.days().workingDays(),
          progress.projection(soFar));
    }
  }

  static TargetProgressResponse from(TargetProgress progress, CallLinks links) {
    DayRange days = progress.days();
    return new TargetProgressResponse(
        days.from(),
        days.to(),
        days.workingDays(),
        progress.elapsed().workingDays(),
        AimResponse.from(progress.target().callsPerDay(), progress.figures().calls(), progress),
        AimResponse.from(
            progress.target().connectedPerDay(), progress.figures().connected(), progress),
        AimResponse.from(
            progress.target().talkSecondsPerDay(), progress.figures().talkSeconds(), progress),
        links.linkTo(progress.span()));
  }
}
