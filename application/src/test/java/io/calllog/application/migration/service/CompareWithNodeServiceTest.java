package io.calllog.application.migration.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.migration.port.in.CompareWithNode;
import io.calllog.application.migration.port.in.CompareWithNode.Difference;
import io.calllog.application.migration.port.in.CompareWithNode.Sums;
import io.calllog.application.migration.port.in.CompareWithNode.Totals;
import io.calllog.application.migration.port.out.InMemoryNode;
import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.OfficerDay;
import io.calllog.application.testing.Office;
import io.calllog.domain.shared.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompareWithNodeServiceTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final UUID ANNA = UUID.fromString("8a1d0f6c-1c3f-4f6e-8f9e-112233445566");
  private static final UUID BOB = UUID.fromString("0a1d0f6c-1c3f-4f6e-8f9e-112233445566");

  private final Office office = new Office();
  private final InMemoryNode node = new InMemoryNode();
  private final List<OfficerDay> here = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private final CompareWithNode comparison =
      new CompareWithNodeService(
          node,
          (from, to) ->
              here.stream()
                  .filter(day -> !day.day().isBefore(from) && day.day().isBefore(to))
                  .sorted(OfficerDay.ORDER)
                  .toList(),
          office.figures,
          office.clock);

  @Test
  void equal_days_do_not_differ() {
    both(day(MONDAY, ANNA, 3), day(MONDAY, BOB, 1), day(MONDAY.minusMonths(3), ANNA, 2));

    assertThat(compare(null, null))
        .isEqualTo(new Totals(new Sums(6, 6, 360), new Sums(6, 6, 360), 3, 0));
    assertThat(differences).isEmpty();
  }

  @Test
  void days_of_one_system_only_and_other_figures_differ() {
    OfficerDay onlyThere = day(MONDAY, null, 1);
    OfficerDay onlyHere = day(MONDAY, BOB, 2);
    OfficerDay fewer = day(MONDAY.plusDays(1), ANNA, 3);
    OfficerDay last = day(MONDAY.plusDays(2), ANNA, 1);
    node.days.addAll(List.of(onlyThere, fewer));
    here.addAll(List.of(onlyHere, day(MONDAY.plusDays(1), ANNA, 4), last));
    both(day(MONDAY, ANNA, 9));

    Totals totals = compare(null, null);

    assertThat(differences)
        .containsExactly(
            new Difference(OfficerDay.none(onlyHere), onlyHere),
            new Difference(onlyThere, OfficerDay.none(onlyThere)),
            new Difference(fewer, day(MONDAY.plusDays(1), ANNA, 4)),
            new Difference(OfficerDay.none(last), last));
    assertThat(totals.compared()).isEqualTo(5);
    assertThat(totals.different()).isEqualTo(4);
  }

  @Test
  void only_the_range_is_compared() {
    node.days.add(day(MONDAY.minusDays(1), ANNA, 1));
    here.add(day(MONDAY.plusDays(7), ANNA, 1));
    both(day(MONDAY, ANNA, 1));

    assertThat(compare(MONDAY, MONDAY.plusDays(7)).compared()).isEqualTo(1);
    assertThat(differences).isEmpty();
    assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> compare(MONDAY, MONDAY));
  }

  private void both(OfficerDay... days) {
    node.days.addAll(List.of(days));
    here.addAll(List.of(days));
  }

  private Totals compare(@Nullable LocalDate from, @Nullable LocalDate to) {
    var connection = new NodeConnection("jdbc:postgresql:node", null, null);
    return comparison.compare(new CompareWithNode.Command(connection, from, to, differences::add));
  }

  private static OfficerDay day(LocalDate day, @Nullable UUID officer, long calls) {
    return new OfficerDay(day, officer, calls, calls, calls * 60);
  }
}
