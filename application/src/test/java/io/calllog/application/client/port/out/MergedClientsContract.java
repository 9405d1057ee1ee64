package io.calllog.application.client.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.call.port.out.CallReferences.ReferredClient;
import io.calllog.application.call.view.CallHistory;
import io.calllog.application.call.view.CallView;
import io.calllog.application.testing.Samples;
import io.calllog.application.testing.StorageContract;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.followup.FollowUpId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.Visibility;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contract of {@link MergedClients}, and of reads of calls that have the id of a merged client. */
public abstract class MergedClientsContract extends StorageContract {

  protected Officer anna = samples.officer("Anna", samples.root());
  protected Client acme = samples.client("Acme", samples.root());
  protected Client again = samples.client("Acme Ltd", samples.root());

  @BeforeEach
  void add_two_clients() {
    keep(anna);
    keep(acme);
    keep(again);
  }

  @Test
  void few_calls_move_at_once() {
    Call call = keep(samples.call(anna, again, Samples.NOW));
    Call deleted = keep(samples.call(anna, again, Samples.NOW));
    Call other = keep(samples.call(anna, Samples.NOW));
    doInTransaction(() -> storage().calls().remove(deleted, Samples.NOW));
    merge();

    Call moved = stored(call).orElseThrow();
    assertThat(moved.facts()).isEqualTo(call.facts().with(acme.id()));
    assertThat(moved.version()).isEqualTo(1);
    assertThat(stored(other)).contains(other);
    Call gone =
        inTransaction(() -> storage().calls().findDeletedForUpdate(deleted.id())).orElseThrow();
    assertThat(gone.facts().clientId()).isEqualTo(acme.id());
    assertThat(history(acme.id()).totals().calls()).isEqualTo(1);
    assertThat(history(again.id()).totals().calls()).isZero();
  }

  @Test
  void a_call_that_was_added_meanwhile_has_the_client_that_remains() {
    Call early = keep(samples.call(anna, again, Samples.NOW.minusSeconds(60)));
    merge();
    Call late = keep(samples.call(anna, again, Samples.NOW));

    Set<ClientId> ids = storage().clientViews().findIds(acme.id(), Visibility.EVERYTHING);
    CallHistory history = storage().callViews().historyWith(ids, Visibility.EVERYTHING);
    assertThat(history.totals().calls()).isEqualTo(2);
    assertThat(history.totals().lastCallAt()).isEqualTo(Samples.NOW);
    assertThat(history.latest().items())
        .extracting(CallView::id)
        .containsExactly(late.id(), early.id());
    CallView seen =
        storage()
            .callViews()
            .find(late.id(), Visibility.ownedBy(anna.id()), Visibility.EVERYTHING)
            .orElseThrow();
    assertThat(seen.call().facts().clientId()).isEqualTo(acme.id());
    assertThat(seen.clientName()).isEqualTo("Acme");
  }

  @Test
  void follow_ups_move() {
    FollowUp open = keep(samples.followUp(anna, again, Samples.NOW));
    FollowUp other = keep(samples.followUp(anna, acme, Samples.NOW));
    merge();

    FollowUp moved = stored(open);
    assertThat(moved.clientId()).isEqualTo(acme.id());
    assertThat(moved.version()).isEqualTo(open.version() + 1);
    assertThat(stored(other)).isEqualTo(other);
    Set<FollowUpId> due =
        storage()
            .callReferences()
            .find(Set.of(anna.id()), Set.of(), Set.of(), Set.of(), Set.of(again.id()), Samples.NOW)
            .due();
    assertThat(due).containsExactlyInAnyOrder(open.id(), other.id());
  }

  @Test
  void new_calls_refer_to_the_client_that_remains() {
    merge();

    var found =
        storage()
            .callReferences()
            .find(Set.of(), Set.of(), Set.of(again.id()), Set.of(), Set.of(), Samples.NOW);
    assertThat(found.clients())
        .isEqualTo(
            Map.of(
                again.id(),
                new ReferredClient(acme.id(), acme.details().name(), samples.root(), null)));
  }

  protected final void merge() {
    doInTransaction(() -> {
      storage().clients().remove(again, acme.id(), Samples.NOW);
      storage().mergedClients().move(again.id(), Samples.NOW);
    });
  }

  private FollowUp stored(FollowUp followUp) {
    return inTransaction(() -> storage().followUps().findForUpdate(Set.of(followUp.id())))
        .getFirst();
  }

  private CallHistory history(ClientId client) {
    return storage().callViews().historyWith(Set.of(client), Visibility.EVERYTHING);
  }
}
