package io.calllog.application.officer.port.out;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.Slice.Total;
import io.calllog.application.testing.Ordering;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.RegionPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract of {@link OfficerViews}. */
public abstract class OfficerViewsContract extends StorageContract {

  @Test
  void returns_an_officer_as_stored() {
    Officer officer =
        keep(samples.officer("Anna", samples.root(), Role.MANAGER, OfficerStatus.ON_LEAVE));

    assertThat(views().find(officer.id(), Visibility.EVERYTHING)).contains(OfficerView.of(officer));
    assertThat(list(inRoot(), Paging.first()).items()).containsExactly(OfficerView.of(officer));
  }

  @Test
  void does_not_return_unknown_or_deleted_officers() {
    Officer officer = keep(samples.officer("Anna", samples.root()));
    doInTransaction(() -> storage().officers().remove(officer, Samples.NOW));

    assertThat(views().find(officer.id(), Visibility.EVERYTHING)).isEmpty();
    assertThat(views().find(new OfficerId(samples.id(Samples.NOW)), Visibility.EVERYTHING))
        .isEmpty();
    assertThat(list(inRoot(), new Paging<>(10, null, true)))
        .isEqualTo(new Slice<>(List.of(), null, new Total(0, false)));
  }

  @Test
  void returns_exactly_what_each_visibility_covers() {
    List<Officer> officers = oneInEachRegion();
    OfficerFilter theirs = new OfficerFilter(null, null, null, samples.token());

    for (Visibility visibility :
        visibilities(trickyRegions(), officers.getFirst().id(), officers.getLast().id())) {
      List<OfficerId> visible =
          officers.stream()
              .filter(officer -> visibility.covers(officer.details().region(), officer.id()))
              .map(Officer::id)
              .toList();

      assertThat(officers.stream().map(Officer::id))
          .as("found with %s", visibility)
          .filteredOn(id -> views().find(id, visibility).isPresent())
          .isEqualTo(visible);
      Slice<OfficerView, ByName> page =
          views().list(theirs, visibility, new Paging<>(50, null, true));
      assertThat(page.items())
          .as("listed with %s", visibility)
          .extracting(OfficerView::id)
          .containsExactlyInAnyOrderElementsOf(visible);
      assertThat(page.total()).isEqualTo(new Total(visible.size(), false));
    }
  }

  @Test
  void filters_by_subtree() {
    List<Officer> officers = oneInEachRegion();

    for (RegionPath region : trickyRegions()) {
      assertThat(
              list(new OfficerFilter(null, null, region, samples.token()), Paging.first()).items())
          .as("at or below %s", region)
          .extracting(OfficerView::id)
          .containsExactlyInAnyOrderElementsOf(
              officers.stream()
                  .filter(officer -> region.contains(officer.details().region()))
                  .map(Officer::id)
                  .toList());
    }
  }

  @Test
  void filters_by_role_and_status_together() {
    List<Officer> officers = new ArrayList<>();
    for (Role role : Role.values()) {
      for (OfficerStatus status : OfficerStatus.values()) {
        officers.add(keep(samples.officer("Anna", samples.root(), role, status)));
      }
    }

    assertThat(namesake(officers, null, Role.MANAGER)).hasSize(3);
    assertThat(namesake(officers, OfficerStatus.INACTIVE, null)).hasSize(3);
    assertThat(namesake(officers, OfficerStatus.ACTIVE, Role.ADMIN)).hasSize(1);
  }

  private List<OfficerView> namesake(
      List<Officer> officers, @Nullable OfficerStatus status, @Nullable Role role) {
    List<OfficerView> listed =
        list(new OfficerFilter(status, role, samples.root(), null), Paging.first()).items();
    assertThat(listed)
        .extracting(OfficerView::id)
        .containsExactlyInAnyOrderElementsOf(
            officers.stream()
                .filter(o -> status == null || o.details().status() == status)
                .filter(o -> role == null || o.details().role() == role)
                .map(Officer::id)
                .toList());
    return listed;
  }

  @Test
  void searches_name_and_email_ignoring_case() {
    Officer anna = keep(samples.officer("Anna-Lena Größe", samples.root()));
    Officer bob = keep(samples.officer("Bob 50%_off \\o/", samples.root()));
    Officer zoe = keep(samples.officer("Zoé Anders", samples.root()));

    assertThat(search("AN")).containsExactly(anna.id(), zoe.id());
    assertThat(search("a-l")).containsExactly(anna.id());
    assertThat(search("GRÖSSE")).containsExactly(anna.id());
    assertThat(search("zoÉ")).containsExactly(zoe.id());
    assertThat(search("zoe")).isEmpty();
    assertThat(search("@EXAMPLE.com")).containsExactly(anna.id(), bob.id(), zoe.id());
    assertThat(search(bob.id() + "@")).containsExactly(bob.id());
  }

  @Test
  void treats_wildcards_in_a_search_literally() {
    Officer bob = keep(samples.officer("Bob 50%_off \\o/", samples.root()));
    keep(samples.officer("Bob 50 off", samples.root()));

    for (String text : List.of("%", "_", "\\", "%_", "0%_o", "f \\o", "\\O")) {
      assertThat(search(text)).as(text).containsExactly(bob.id());
    }
    assertThat(search("50%off")).isEmpty();
    assertThat(search("' OR 1=1 --")).isEmpty();
  }

  @Test
  void orders_by_name_ignoring_case_and_then_by_id() {
    NAMES_IN_ORDER.reversed().forEach(name -> keep(samples.officer(name, samples.root())));

    assertThat(list(inRoot(), Paging.first()).items())
        .extracting(officer -> officer.details().name().value())
        .containsExactlyElementsOf(NAMES_IN_ORDER);
  }

  @Test
  void orders_equal_names_by_id_ignoring_case() {
    List<Officer> officers = new ArrayList<>();
    for (long high : List.of(0x8L, 0x7L, 0xFL, 0x0L)) {
      for (String name : List.of("STRASSE", "Straße", "strasse")) {
        officers.add(
            keep(
                samples.officer(
                    samples.idBeginningWith(high),
                    name,
                    samples.root(),
                    Role.OFFICER,
                    OfficerStatus.ACTIVE)));
      }
    }

    assertThat(walk(1, (Paging<ByName> paging) -> list(inRoot(), paging)))
        .extracting(view -> view.id().value())
        .containsExactlyElementsOf(
            officers.stream().map(o -> o.id().value()).sorted(comparing(UUID::toString)).toList());
  }

  @Test
  void reads_the_same_list_in_pages_of_any_size() {
    List.of("b", "B", "a", "Ä", "c", "C", "a").forEach(this::keepNamed);
    List<OfficerView> whole = list(inRoot(), Paging.first()).items();

    assertThat(whole)
        .hasSize(7)
        .isSortedAccordingTo(
            comparing(
                v -> new ByName(Ordering.folded(v.details().name().value()), v.id().value()),
                Ordering.BY_NAME));
    for (int limit = 1; limit <= 8; limit++) {
      assertThat(walk(limit, (Paging<ByName> paging) -> list(inRoot(), paging))).isEqualTo(whole);
    }
  }

  @Test
  void has_no_cursor_after_a_full_last_page() {
    List.of("a", "b", "c").forEach(this::keepNamed);

    assertThat(list(inRoot(), new Paging<>(3, null, false)).next()).isNull();
    assertThat(list(inRoot(), new Paging<>(3, null, false)).total()).isNull();
    assertThat(list(inRoot(), new Paging<>(2, null, false)).next()).isNotNull();
  }

  @Test
  void neither_repeats_nor_skips_officers_if_one_is_added_between_pages() {
    List.of("a", "c", "e").forEach(this::keepNamed);
    Slice<OfficerView, ByName> first = list(inRoot(), new Paging<>(2, null, true));

    List.of("b", "d").forEach(this::keepNamed);

    Slice<OfficerView, ByName> second = list(inRoot(), new Paging<>(2, first.next(), true));
    assertThat(second.items())
        .extracting(officer -> officer.details().name().value())
        .containsExactly("d", "e");
    assertThat(second.total()).isEqualTo(new Total(5, false));
  }

  private OfficerViews views() {
    return storage().officerViews();
  }

  private OfficerFilter inRoot() {
    return new OfficerFilter(null, null, samples.root(), null);
  }

  private Slice<OfficerView, ByName> list(OfficerFilter filter, Paging<ByName> paging) {
    return views().list(filter, Visibility.EVERYTHING, paging);
  }

  private List<OfficerId> search(String text) {
    return list(new OfficerFilter(null, null, samples.root(), text), Paging.first())
        .items()
        .stream()
        .map(OfficerView::id)
        .toList();
  }

  private void keepNamed(String name) {
    keep(samples.officer(name, samples.root()));
  }

  private List<Officer> oneInEachRegion() {
    return trickyRegions().stream()
        .map(region -> keep(samples.officer("Anna " + samples.token(), region)))
        .toList();
  }
}
