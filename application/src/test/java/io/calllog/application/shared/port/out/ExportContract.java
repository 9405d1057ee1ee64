package io.calllog.application.shared.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.calllog.application.call.view.CallFilter;
import io.calllog.application.call.view.CallOrder;
import io.calllog.application.call.view.CallView;
import io.calllog.application.client.view.ClientFilter;
import io.calllog.application.client.view.ClientOrder;
import io.calllog.application.client.view.ListedClient;
import io.calllog.application.client.view.OwnedClient;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Export;
import io.calllog.application.shared.Paging;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Territory;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract of the exports of all lists: they pass on what the lists return. */
public abstract class ExportContract extends StorageContract {

  @ParameterizedTest
  @EnumSource
  void passes_on_the_calls_of_the_list(CallOrder order) {
    Officer anna = keep(samples.officer("Anna", samples.below("UK")));
    Officer bea = keep(samples.officer("Bea", samples.below("DE")));
    Client acme = keep(samples.client("Acme", samples.below("UK")));
    for (int minute = 0; minute < 5; minute++) {
      keep(samples.call(anna, samples.facts(acme.id(), Samples.NOW.minusSeconds(minute * 60L))));
      keep(samples.call(bea, Samples.NOW.minusSeconds(minute * 60L + 30)));
    }
    CallFilter filter =
        new CallFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), samples.root(), null, null, null, null, null);

    for (Visibility visibility :
        List.of(Visibility.EVERYTHING, Visibility.of(Territory.of(samples.below("UK"))))) {
      List<CallView> listed =
          storage().callViews().list(filter, order, visibility, visibility, Paging.first()).items();
      List<CallView> exported =
          all(export ->
              storage().callViews().export(filter, order, visibility, visibility, export));
      assertThat(exported).hasSizeGreaterThanOrEqualTo(5).isEqualTo(listed);
    }
  }

  @Test
  void passes_on_the_officers_of_the_list() {
    NAMES_IN_ORDER.reversed().forEach(name -> keep(samples.officer(name, samples.below("UK"))));
    keep(samples.officer("Hidden", samples.below("DE")));
    var filter = new OfficerFilter(Set.of(), Set.of(), samples.root(), null);
    Visibility visibility = Visibility.of(Territory.of(samples.below("UK")));

    List<OfficerView> exported =
        all(export -> storage().officerViews().export(filter, visibility, export));

    assertThat(exported)
        .hasSize(NAMES_IN_ORDER.size())
        .isEqualTo(storage().officerViews().list(filter, visibility, Paging.first()).items());
  }

  @Test
  void passes_on_the_clients_of_the_list_with_the_names_of_their_owners() {
    Officer owner = keep(samples.officer("Anna", samples.root()));
    Client owned = keep(samples.client("Bea", samples.below("UK"), owner.id()));
    Client free = keep(samples.client("Acme", samples.below("UK")));
    keep(samples.client("Hidden", samples.below("DE")));
    var filter =
        new ClientFilter(
            Set.of(), samples.root(), Set.of(), null, null, false, null, Set.of(), null);
    Visibility visibility = Visibility.of(Territory.of(samples.below("UK")));

    keep(samples.call(owner, owned, Samples.NOW));
    var called = new OwnedClient(new ListedClient(owned, 1, 1, Samples.NOW), "Anna");
    var other = new OwnedClient(new ListedClient(free, 0, 0, null), null);

    assertThat(exported(filter, ClientOrder.NAME, visibility)).containsExactly(other, called);
    assertThat(exported(filter, ClientOrder.EARLIEST_CALL_FIRST, visibility))
        .containsExactly(other, called);
    assertThat(exported(filter, ClientOrder.LATEST_CALL_FIRST, visibility))
        .containsExactly(called, other);
  }

  private List<OwnedClient> exported(
      ClientFilter filter, ClientOrder order, Visibility visibility) {
    return all(export -> storage().clientViews().export(filter, order, visibility, export));
  }

  @Test
  void refuses_more_items_than_the_maximum_before_the_first_one() {
    keep(samples.officer("Anna", samples.root()));
    keep(samples.officer("Bea", samples.root()));
    var filter = new OfficerFilter(Set.of(), Set.of(), samples.root(), null);
    List<OfficerView> found = new ArrayList<>();

    assertThatThrownBy(() -> exportOfficers(filter, new Export<>(1, found::add)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            e -> assertThat(e.violations().getFirst().code()).isEqualTo("too-many-rows"));
    assertThat(found).isEmpty();
    exportOfficers(filter, new Export<>(2, found::add));
    assertThat(found).hasSize(2);
  }

  private void exportOfficers(OfficerFilter filter, Export<OfficerView> export) {
    doInTransaction(() -> storage().officerViews().export(filter, Visibility.EVERYTHING, export));
  }

  private <T> List<T> all(Consumer<Export<T>> list) {
    List<T> items = new ArrayList<>();
    doInTransaction(() -> list.accept(Export.unlimited(items::add)));
    return items;
  }
}
