package io.calllog.rest.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.Span;
import io.calllog.domain.analytics.DayRange;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallLinksTest {

  private static final DayRange RANGE =
      new DayRange(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-02"));
  private static final Span SPAN =
      new Span(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2026-02-02T00:00:00Z"));
  private static final OfficerId ANN = new OfficerId(new UUID(0, 1));
  private static final OfficerId BEN = new OfficerId(new UUID(0, 2));
  private static final String DAY = "/api/calls?from=2026-02-01T00:00:00Z&to=2026-02-02T00:00:00Z";

  @Test
  void links_without_a_filter_contain_only_the_time() {
    var links = new CallLinks(new ReportFilter(RANGE, null, Set.of()));

    assertThat(links.linkTo(SPAN).calls()).isEqualTo(DAY);
    assertThat(links.linkTo(SPAN, ANN).calls()).isEqualTo(DAY + "&officerId=" + ANN);
  }

  @Test
  void repeat_the_filter_and_add_the_property_of_the_row() {
    var links =
        new CallLinks(new ReportFilter(RANGE, new RegionPath("EMEA/Köln A"), Set.of(BEN, ANN)));
    String region = "&region=EMEA/K%C3%B6ln%20A";
    String officers = "&officerId=" + ANN + "&officerId=" + BEN;

    assertThat(links.linkTo(SPAN).calls()).isEqualTo(DAY + region + officers);
    assertThat(links.linkTo(SPAN, BEN).calls()).isEqualTo(DAY + region + "&officerId=" + BEN);
    assertThat(links.linkTo(SPAN, "outcome", CallOutcome.BUSY).calls())
        .isEqualTo(DAY + region + officers + "&outcome=BUSY");
  }
}
