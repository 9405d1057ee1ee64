package io.calllog.application.client.service;

import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.client.port.in.MergeClient;
import io.calllog.application.client.port.in.MergeClient.Command;
import io.calllog.application.shared.ClientMerged;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MergeClientServiceTest {

  private final Office office = new Office();
  private final MergeClient mergeClient =
      new MergeClientService(
          office.clients, office.clients, office.calls, office.audit, office.clock);
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client again =
      office.keep(office.samples.client("Acme Ltd", office.london, office.anna.id()));
  private final Call call = office.keep(office.samples.call(office.anna, again, Samples.NOW));

  @Test
  void calls_and_missing_facts_go_over_and_it_is_recorded() {
    Client merged = merge(office.manager, acme, again);

    assertThat(merged.details())
        .isEqualTo(acme.merge(again, office.actor(office.admin), Samples.NOW).details());
    assertThat(office.clients.find(acme.id())).contains(merged);
    assertThat(office.clients.find(again.id())).isEmpty();
    assertThat(office.calls.find(call.id()).orElseThrow().facts().clientId()).isEqualTo(acme.id());
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(AuditAction.CLIENT_MERGED, AuditAction.CLIENT_DELETED);
    assertThat(office.audit.entries().getFirst().changes())
        .containsExactly(
            FieldChange.of("from", null, again.id()),
            FieldChange.of("ownerId", null, office.anna.id()));
    assertThat(office.audit.entries().getLast().changes())
        .containsExactly(FieldChange.of("mergedInto", null, acme.id()));
  }

  @Test
  void a_repeat_changes_nothing() {
    Client merged = merge(office.admin, acme, again);

    assertThat(merge(office.admin, acme, again)).isEqualTo(merged);
    assertThat(office.audit.entries()).hasSize(2);
  }

  @Test
  void a_client_can_be_merged_that_others_were_merged_into() {
    Client third = office.keep(office.samples.client("Acme Limited", office.london));
    merge(office.admin, again, third);
    merge(office.admin, acme, again);

    assertThat(office.clients.findMergedInto(third.id(), office.actor(office.bob).seesClients()))
        .hasValueSatisfying(into -> assertThat(into.id()).isEqualTo(acme.id()));
    assertMergedInto(acme, () -> merge(office.admin, third, acme));
    assertMergedInto(acme, () -> merge(office.admin, again, third));
  }

  @Test
  void only_those_who_may_delete_the_other_client_may_merge_it() {
    Client abroad = office.keep(office.samples.client("Acme GmbH", office.germany));

    assertNotPermitted(() -> merge(office.anna, acme, again));
    assertNotPermitted(() -> merge(office.bob, again, acme));
    assertNotFound(() -> merge(office.otherManager, acme, abroad));
    assertInvalid("unknown-reference", () -> merge(office.manager, acme, abroad), "from");
    assertThat(office.audit.entries()).isEmpty();
  }

  @Test
  void the_other_client_must_be_another_one_that_exists() {
    assertInvalid("out-of-range", () -> merge(office.admin, acme, acme), "from");
    office.clients.remove(again, Samples.NOW);
    assertInvalid("unknown-reference", () -> merge(office.admin, acme, again), "from");
    var unknown = new ClientId(UUID.randomUUID());
    assertNotFound(
        () -> mergeClient.merge(new Command(office.caller(office.admin), unknown, acme.id())));
  }

  @Test
  void those_who_do_not_see_the_client_that_remains_are_not_told_of_it() {
    Client abroad = office.keep(office.samples.client("Acme GmbH", office.germany));
    merge(office.admin, abroad, acme);

    assertNotFound(() -> merge(office.anna, acme, again));
    assertMergedInto(abroad, () -> merge(office.dora, acme, again));
  }

  private static void assertMergedInto(Client client, ThrowingCallable work) {
    assertThatExceptionOfType(ClientMerged.class)
        .isThrownBy(work)
        .satisfies(merged -> assertThat(merged.mergedInto()).isEqualTo(client.id()));
  }

  private Client merge(Officer by, Client into, Client from) {
    return mergeClient.merge(new Command(office.caller(by), into.id(), from.id()));
  }
}
