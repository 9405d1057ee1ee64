package io.calllog.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The organisation is believable, of the size that is promised, and the same wherever it is made.
 */
class DemoOrganisationTest {

  private static final LocalDate DATE = LocalDate.parse("2026-11-25");
  private static final PasswordHash HASH = new PasswordHash("$2a$10$nobody");

  private final DemoOrganisation organisation = new DemoOrganisation(DATE, HASH);
  private final List<Call> calls = calls(DATE, organisation);

  @Test
  void is_of_the_size_that_is_promised() {
    assertThat(organisation.officers()).hasSize(60);
    assertThat(organisation.officers())
        .filteredOn(officer -> officer.details().role() == Role.ADMIN)
        .hasSize(1);
    assertThat(organisation.officers())
        .filteredOn(officer -> officer.details().role() == Role.MANAGER)
        .hasSizeGreaterThan(1);
    assertThat(organisation.clients()).hasSize(3_000);
    assertThat(calls).hasSize(60_000);
  }

  @Test
  void is_the_same_for_the_same_date_and_another_for_another() {
    var again = new DemoOrganisation(DATE, HASH);
    assertThat(again.officers()).isEqualTo(organisation.officers());
    assertThat(again.clients()).isEqualTo(organisation.clients());
    assertThat(calls(DATE, again)).isEqualTo(calls);

    var later = new DemoOrganisation(DATE.plusDays(1), HASH);
    assertThat(later.clients()).isNotEqualTo(organisation.clients());
  }

  @Test
  void gives_nobody_the_mailbox_or_the_id_of_another() {
    assertThat(organisation.officers())
        .extracting(officer -> officer.details().email().key())
        .doesNotHaveDuplicates()
        .contains("admin@" + DemoOrganisation.DOMAIN)
        .contains("manager@" + DemoOrganisation.DOMAIN)
        .contains("officer@" + DemoOrganisation.DOMAIN);
    assertThat(organisation.officers()).extracting(Officer::id).doesNotHaveDuplicates();
    assertThat(calls).extracting(Call::id).doesNotHaveDuplicates();
  }

  @Test
  void has_called_in_the_two_months_before_the_day() {
    Instant today = DATE.atStartOfDay(ZoneOffset.UTC).toInstant();
    assertThat(calls).extracting(call -> call.facts().startedAt()).allMatch(today::isAfter);
    assertThat(calls.stream().map(DemoOrganisationTest::day).distinct()).hasSizeBetween(60, 63);
  }

  @Test
  void rests_at_weekends_and_at_night() {
    long atWeekends =
        calls.stream()
            .filter(call ->
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day(call).getDayOfWeek()))
            .count();
    assertThat(atWeekends).isBetween(1L, calls.size() / 10L);
    List<Call> inLondon =
        calls.stream().filter(call -> call.region().path().equals("EMEA/UK/London")).toList();
    assertThat(inLondon)
        .filteredOn(call -> isByDay(call.facts().startedAt().atOffset(ZoneOffset.UTC).getHour()))
        .hasSizeGreaterThan(inLondon.size() * 9 / 10);
  }

  @Test
  void speaks_only_where_somebody_answered() {
    Set<CallOutcome> outcomes =
        calls.stream().map(call -> call.facts().outcome()).collect(Collectors.toSet());
    assertThat(outcomes).containsExactlyInAnyOrder(CallOutcome.values());
    assertThat(calls)
        .filteredOn(call -> call.facts().outcome() == CallOutcome.SUCCESSFUL)
        .allMatch(call -> call.facts().durationSeconds().seconds() > 0);
  }

  private static boolean isByDay(int hour) {
    return hour >= 7 && hour <= 19;
  }

  private static LocalDate day(Call call) {
    return LocalDate.ofInstant(call.facts().startedAt(), ZoneOffset.UTC);
  }

  private static List<Call> calls(LocalDate date, DemoOrganisation organisation) {
    List<Call> calls = new ArrayList<>();
    new DemoCalls(date, organisation).forEach(calls::add);
    return calls;
  }
}
