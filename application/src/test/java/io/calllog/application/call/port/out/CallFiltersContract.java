package io.calllog.application.call.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.shared.Cursor.ByStart;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.SearchText;
import io.calllog.application.shared.Slice;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.call.CallId;
import io.calllog.domain.call.CallOutcome;
import io.calllog.domain.call.CallType;
import io.calllog.domain.call.Comment;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Part of {@link CallViewsContract}: filters and totals. */
abstract class CallFiltersContract extends CallPagesContract {

  static final Visibility NOTHING =
      Visibility.ownedBy(new OfficerId(new Samples().id(Samples.NOW)));

  @Test
  void filters_by_subtree() {
    List<Officer> officers = oneInEachRegion();
    List<Call> calls = oneOfEach(officers);
    Set<OfficerId> ids = officers.stream().map(Officer::id).collect(Collectors.toSet());

    for (RegionPath region : trickyRegions()) {
      List<CallId> expected =
          calls.stream().filter(c -> region.contains(c.region())).map(Call::id).toList();

      assertThat(list(filter(ids, Set.of(), region), Visibility.EVERYTHING))
          .as("at or below %s", region)
          .extracting(CallView::id)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(count(filter(ids, Set.of(), region), Visibility.EVERYTHING))
          .isEqualTo(expected.size());
    }
  }

  @Test
  void filters_by_several_officers_and_clients() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    Officer bea = keep(samples.officer("Bea", samples.root()));
    Client acme = keep(samples.client("Acme", samples.root()));
    Client apex = keep(samples.client("Apex", samples.root()));
    Client other = keep(samples.client("Other", samples.root()));
    for (Officer officer : List.of(anna, bea, keep(samples.officer("Cleo", samples.root())))) {
      for (Client client : List.of(acme, apex, other)) {
        keep(samples.call(officer, client, Samples.NOW));
      }
      keep(samples.call(officer, Samples.NOW));
    }
    Set<OfficerId> officers = Set.of(anna.id(), bea.id());
    Set<ClientId> clients = Set.of(acme.id(), apex.id());

    assertThat(list(filter(officers, Set.of(), null), Visibility.EVERYTHING))
        .hasSize(8)
        .allMatch(call -> officers.contains(call.call().officerId()));
    assertThat(list(filter(Set.of(), clients, null), Visibility.EVERYTHING))
        .hasSize(6)
        .allMatch(call -> clients.contains(call.call().facts().clientId()));
    assertThat(list(filter(officers, clients, null), Visibility.EVERYTHING)).hasSize(4);
    assertThat(list(filter(officers, clients, null), Visibility.ownedBy(bea.id()))).hasSize(2);
    assertThat(list(ofOfficer(anna.id()), Visibility.ownedBy(bea.id()))).isEmpty();
    assertThat(count(filter(officers, clients, null), Visibility.EVERYTHING)).isEqualTo(4);
  }

  @Test
  void filters_by_external_id() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    var id = new ExternalId("exchange-" + samples.token());
    CallFacts facts = samples.facts(null, Samples.NOW);
    Call call =
        keep(
            samples.call(
                officer,
                new CallFacts(
                    null,
                    facts.type(),
                    facts.outcome(),
                    facts.durationSeconds(),
                    facts.startedAt(),
                    null,
                    id,
                    null)));
    keep(samples.call(officer, Samples.NOW));

    var filter =
        new CallFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, id, null);
    assertThat(list(filter, Visibility.EVERYTHING))
        .extracting(CallView::call)
        .containsExactly(call);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "wants an offer, true",
        "OFFER want, true",
        "offr, false",
        "ants, false",
        "cafe muller, true",
        "café-bar, true",
        "bar, false",
        "caf offer/order, true",
        "o'brien, true",
        "brien, false",
        "1000, true",
        "(1000), true",
        "100%, true",
        "wants nothing, false",
        "-, false",
        "'\\\\'& !:* | x, false",
      })
  void finds_comments_by_the_beginnings_of_their_words(String text, boolean found) {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Call call =
        keep(commented(anna, "Wants an offer/order: 1,000 pieces\nfor Café-Bar Müller (O’Brien)"));
    keep(commented(anna, "Nothing"));
    keep(commented(anna, null));
    keep(commented(keep(samples.officer("Bea", samples.below("DE"))), "Wants an offer"));
    var filter =
        new CallFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            samples.below("UK"),
            null,
            null,
            null,
            null,
            new SearchText(text, null));

    for (Visibility visibility :
        List.of(
            Visibility.EVERYTHING,
            Visibility.ownedBy(anna.id()),
            Visibility.of(Territory.of(samples.root())))) {
      assertThat(list(filter, visibility))
          .extracting(CallView::id)
          .isEqualTo(found ? List.of(call.id()) : List.of());
      assertThat(count(filter, visibility)).isEqualTo(found ? 1 : 0);
    }
  }

  @Test
  void pages_through_the_calls_whose_comments_are_found() {
    Officer anna = keep(samples.officer("Anna", samples.root()));
    List<CallId> expected = new ArrayList<>();
    for (int day : List.of(0, 10, 100, 1_000)) {
      Instant start = Samples.NOW.minus(Duration.ofDays(day));
      expected.add(keep(commented(anna, "Offer " + day, start)).id());
      keep(commented(anna, "Complaint " + day, start));
    }
    var filter =
        new CallFilter(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            samples.root(),
            null,
            null,
            null,
            null,
            new SearchText("off", null));

    List<CallView> walked =
        walk(1, (Paging<ByStart> paging) -> list(filter, Visibility.EVERYTHING, paging));

    assertThat(walked).extracting(CallView::id).isEqualTo(expected);
  }

  private Call commented(Officer officer, @Nullable String comment) {
    return commented(officer, comment, Samples.NOW);
  }

  private Call commented(Officer officer, @Nullable String comment, Instant start) {
    CallFacts facts = samples.facts(null, start);
    return samples.call(
        officer,
        new CallFacts(
            null,
            facts.type(),
            facts.outcome(),
            facts.durationSeconds(),
            facts.startedAt(),
            comment == null ? null : new Comment(comment),
            null,
            null));
  }

  @Test
  void filters_by_several_types_and_outcomes_and_by_duration() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    for (CallType type : CallType.values()) {
      for (CallOutcome outcome : CallOutcome.values()) {
        for (int seconds : List.of(0, 59, 60)) {
          keep(samples.call(officer, samples.facts(null, type, outcome, seconds, Samples.NOW)));
        }
      }
    }

    assertThat(list(about(Set.of(CallType.INCOMING), Set.of(), null))).hasSize(18);
    assertThat(list(about(Set.of(CallType.values()), Set.of(), null))).hasSize(36);
    assertThat(list(about(Set.of(), Set.of(CallOutcome.BUSY, CallOutcome.MISSED), null)))
        .hasSize(12)
        .allMatch(c ->
            EnumSet.of(CallOutcome.BUSY, CallOutcome.MISSED).contains(c.call().facts().outcome()));
    assertThat(list(about(Set.of(), Set.of(), 0))).hasSize(36);
    assertThat(list(about(Set.of(), Set.of(), 60)))
        .hasSize(12)
        .allMatch(call -> call.call().facts().durationSeconds().seconds() == 60);
    assertThat(list(about(Set.of(), Set.of(), 61))).isEmpty();
    assertThat(list(about(Set.of(CallType.OUTGOING), Set.of(CallOutcome.OTHER), 59))).hasSize(2);
  }

  @Test
  void counts_visible_calls_that_match_the_filter() {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bea = keep(samples.officer("Bea", samples.below("DE")));
    for (CallOutcome outcome : CallOutcome.values()) {
      keep(samples.call(anna, samples.facts(null, CallType.INCOMING, outcome, 60, Samples.NOW)));
      keep(samples.call(bea, samples.facts(null, CallType.OUTGOING, outcome, 1, Samples.NOW)));
    }
    var uk = Visibility.of(Territory.of(samples.below("UK")));
    Set<CallType> incoming = Set.of(CallType.INCOMING);
    Set<CallOutcome> two = Set.of(CallOutcome.FOLLOW_UP, CallOutcome.BUSY);

    assertThat(count(inRoot(), Visibility.EVERYTHING)).isEqualTo(12);
    assertThat(count(inRoot(), Visibility.ownedBy(bea.id()))).isEqualTo(6);
    assertThat(count(inRoot(), uk)).isEqualTo(6);
    assertThat(count(inRoot(), NOTHING)).isZero();
    assertThat(count(ofOfficer(anna.id()), uk)).isEqualTo(6);
    assertThat(count(ofOfficer(bea.id()), uk)).isZero();
    assertThat(count(about(incoming, Set.of(), null), Visibility.EVERYTHING)).isEqualTo(6);
    assertThat(count(about(Set.of(), two, null), Visibility.EVERYTHING)).isEqualTo(4);
    assertThat(count(about(Set.of(), two, null), uk)).isEqualTo(2);
    assertThat(count(about(incoming, two, null), Visibility.EVERYTHING)).isEqualTo(2);
    assertThat(count(about(Set.of(), Set.of(), 60), Visibility.EVERYTHING)).isEqualTo(6);
  }

  private long count(CallFilter filter, Visibility visibility) {
    return Objects.requireNonNull(list(filter, visibility, new Paging<>(1, null, true)).total())
        .count();
  }

  private List<CallView> list(CallFilter filter) {
    return list(filter, Visibility.EVERYTHING);
  }

  final List<CallView> list(CallFilter filter, Visibility visibility) {
    return list(filter, visibility, new Paging<>(100, null, false)).items();
  }

  final Slice<CallView, ByStart> list(
      CallFilter filter, Visibility visibility, Paging<ByStart> paging) {
    return views().list(filter, CallOrder.LATEST_FIRST, visibility, Visibility.EVERYTHING, paging);
  }

  static CallFilter ofOfficer(OfficerId officer) {
    return CallFilter.ALL.of(officer);
  }

  static CallFilter filter(
      Set<OfficerId> officers, Set<ClientId> clients, @Nullable RegionPath region) {
    return new CallFilter(
        officers, clients, Set.of(), Set.of(), region, null, null, null, null, null);
  }

  private CallFilter about(
      Set<CallType> types, Set<CallOutcome> outcomes, @Nullable Integer minSeconds) {
    return new CallFilter(
        Set.of(), Set.of(), types, outcomes, samples.root(), null, null, minSeconds, null, null);
  }

  final List<Officer> oneInEachRegion() {
    return trickyRegions().stream().map(r -> keep(samples.officer("Anna", r))).toList();
  }

  final List<Call> oneOfEach(List<Officer> officers) {
    List<Call> calls = new ArrayList<>();
    for (Officer officer : officers) {
      calls.add(keep(samples.call(officer, Samples.NOW)));
    }
    return calls;
  }
}
