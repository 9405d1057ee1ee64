package io.calllog.application.analytics.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.calllog.application.analytics.view.DayFigures;
import io.calllog.application.analytics.view.Figures;
import io.calllog.application.analytics.view.FollowUpFigures.FollowUpCounts;
import io.calllog.application.analytics.view.FollowUpFigures.OfficerFollowUps;
import io.calllog.application.analytics.view.OfficerDays;
import io.calllog.application.analytics.view.OfficerTimes.OfficerFigures;
import io.calllog.application.analytics.view.ReportFilter;
import io.calllog.application.analytics.view.ReportQuestion.FollowUpsQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerDaysQuestion;
import io.calllog.application.analytics.view.ReportQuestion.OfficerTimesQuestion;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpDetails;
import io.calllog.domain.followup.FollowUpState;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Part of {@link ReportsContract}: figures of each officer. */
abstract class OfficerFiguresContract extends VolumesContract {

  @Test
  void orders_officers_by_talk_time_and_omits_those_without_calls() {
    Officer bob = keep(samples.officer("Bob", samples.root()));
    Officer anna = keep(samples.officer("anna", samples.root()));
    Officer zoe = keep(samples.officer("Zoe", samples.root()));
    keep(samples.officer("Idle", samples.root()));
    log(bob, CallOutcome.SUCCESSFUL, 60, "2026-03-29T12:00:00Z");
    log(anna, CallOutcome.MISSED, 20, "2026-03-28T12:00:00Z");
    log(anna, CallOutcome.SUCCESSFUL, 40, "2026-03-29T12:00:00Z");
    log(zoe, CallOutcome.SUCCESSFUL, 61, "2026-04-01T12:00:00Z");
    Call gone = log(zoe, CallOutcome.SUCCESSFUL, 61, "2026-04-01T12:00:00Z");
    doInTransaction(() -> storage().calls().remove(gone, Samples.NOW));
    doInTransaction(() -> storage().officers().remove(zoe, Samples.NOW));

    var report = answer(new OfficerTimesQuestion(filter(RANGE), false));

    assertThat(report.officers())
        .containsExactly(
            new OfficerFigures(zoe.id(), "Zoe", new Figures(1, 1, 61, 61)),
            new OfficerFigures(bob.id(), "Bob", new Figures(1, 1, 60, 60)),
            new OfficerFigures(anna.id(), "anna", new Figures(2, 1, 60, 40)));
    assertThat(report.span()).isEqualTo(span("2026-03-28T00:00:00Z", "2026-04-01T23:00:00Z"));
    assertThat(report.total()).isEqualTo(new Figures(4, 3, 181, 161));
  }

  @Test
  void includes_visible_officers_without_calls_if_requested() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer idle = keep(samples.officer("Idle", samples.below("UK")));
    Officer gone = keep(samples.officer("Gone", samples.below("UK")));
    Officer elsewhere = keep(samples.officer("Elsewhere", samples.below("DE")));
    doInTransaction(() -> storage().officers().remove(gone, Samples.NOW));
    log(anna, CallOutcome.SUCCESSFUL, 60, "2026-03-29T12:00:00Z");
    Visibility uk = Visibility.of(Territory.of(samples.below("UK")));
    var all = new ReportFilter(RANGE, samples.root(), Set.of());
    var some = new ReportFilter(RANGE, null, Set.of(idle.id(), elsewhere.id()));

    assertThat(answer(new OfficerTimesQuestion(all, true), uk).officers())
        .containsExactly(
            new OfficerFigures(anna.id(), "Anna", new Figures(1, 1, 60, 60)),
            new OfficerFigures(idle.id(), "Idle", Figures.NONE));
    assertThat(answer(new OfficerTimesQuestion(some, true), uk).officers())
        .containsExactly(new OfficerFigures(idle.id(), "Idle", Figures.NONE));
    assertThat(answer(new OfficerTimesQuestion(all, true)).officers())
        .extracting(OfficerFigures::officerName)
        .containsExactly("Anna", "Elsewhere", "Idle");
    var days = answer(new OfficerDaysQuestion(all, true, new Paging<>(10, null, true)), uk);
    assertThat(days.items())
        .extracting(OfficerDays::officerName, officer -> officer.days().size())
        .containsExactly(tuple("Anna", 1), tuple("Idle", 0));
    assertThat(days.total()).isEqualTo(new Slice.Total(2, false));
  }

  @Test
  void pages_through_officers_by_name() {
    List<OfficerDays> expected = new ArrayList<>();
    for (String name : NAMES_IN_ORDER) {
      Officer officer = keep(samples.officer(name, samples.root()));
      log(officer, CallOutcome.SUCCESSFUL, 5, "2026-03-28T12:00:00Z");
      log(officer, CallOutcome.BUSY, 6, "2026-03-28T13:00:00Z");
      log(officer, CallOutcome.FOLLOW_UP, 7, "2026-04-01T12:00:00Z");
      Call gone = log(officer, CallOutcome.SUCCESSFUL, 5, "2026-03-29T12:00:00Z");
      doInTransaction(() -> storage().calls().remove(gone, Samples.NOW));
      expected.add(
          new OfficerDays(
              officer.id(),
              name,
              List.of(
                  new DayFigures(
                      SATURDAY,
                      span("2026-03-28T00:00:00Z", "2026-03-29T00:00:00Z"),
                      new Figures(2, 1, 11, 5)),
                  new DayFigures(
                      WEDNESDAY,
                      span("2026-03-31T23:00:00Z", "2026-04-01T23:00:00Z"),
                      new Figures(1, 1, 7, 7)))));
    }
    keep(samples.officer("Idle", samples.root()));

    for (int limit : new int[] {1, 5, 13, 14}) {
      assertThat(StorageContract.<OfficerDays, ByName>walk(limit, this::officerDays))
          .isEqualTo(expected);
    }
  }

  @Test
  void counts_the_follow_ups_that_were_due_in_the_range() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bob = keep(samples.officer("Bob", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Instant due = Instant.parse("2026-03-29T12:00:00Z"); // a Sunday that ends at 23:00 UTC
    complete(promise(anna, acme, due), "2026-03-29T22:59:59.999Z");
    complete(promise(anna, acme, due), "2026-03-29T23:00:00Z");
    promise(anna, acme, Instant.parse("2026-04-01T22:59:59.999Z"));
    promise(anna, acme, Instant.parse("2026-04-01T23:00:00Z"));
    promise(anna, acme, Instant.parse("2026-03-27T23:59:59.999Z"));
    keep(
        samples.followUp(
            bob, acme, new FollowUpDetails(bob.id(), due, null, FollowUpState.CANCELLED)));
    FollowUp deleted = promise(bob, acme, due);
    doInTransaction(() -> storage().followUps().remove(deleted, Samples.NOW));

    var report = answer(new FollowUpsQuestion(filter(RANGE)));

    assertThat(report.span()).isEqualTo(span("2026-03-28T00:00:00Z", "2026-04-01T23:00:00Z"));
    assertThat(report.officers())
        .containsExactly(
            new OfficerFollowUps(anna.id(), "Anna", new FollowUpCounts(3, 1, 1, 1, 0)),
            new OfficerFollowUps(bob.id(), "Bob", new FollowUpCounts(1, 0, 0, 0, 1)));
    assertThat(report.total()).isEqualTo(new FollowUpCounts(4, 1, 1, 1, 1));
    assertThat(
            answer(new FollowUpsQuestion(filter(RANGE)), Visibility.ownedBy(bob.id())).officers())
        .extracting(OfficerFollowUps::officerName)
        .containsExactly("Bob");
    var ofBob = new ReportFilter(RANGE, null, Set.of(bob.id()));
    assertThat(answer(new FollowUpsQuestion(ofBob)).total().promised()).isEqualTo(1);
    var nobody = new ReportFilter(RANGE, samples.root(), Set.of(new OfficerId(samples.id(due))));
    assertThat(answer(new FollowUpsQuestion(nobody)).officers()).isEmpty();
  }

  private FollowUp promise(Officer officer, Client client, Instant due) {
    return keep(samples.followUp(officer, client, due));
  }

  private void complete(FollowUp followUp, String startedAt) {
    Instant start = Instant.parse(startedAt);
    Officer officer = storage().officers().find(followUp.details().officerId()).orElseThrow();
    Call call = keep(samples.call(officer, samples.facts(followUp.clientId(), start)));
    FollowUp done =
        inTransaction(() -> storage().followUps().update(followUp.completeBy(call, start)));
    assertThat(done.isOpen()).isFalse();
  }

  final Slice<OfficerDays, ByName> officerDays(Paging<ByName> paging) {
    return answer(new OfficerDaysQuestion(filter(RANGE), false, paging));
  }
}
