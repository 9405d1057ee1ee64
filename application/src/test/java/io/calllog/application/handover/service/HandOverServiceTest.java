package io.calllog.application.handover.service;

import static io.calllog.application.testing.Refusals.assertInvalid;
import static io.calllog.application.testing.Refusals.assertNotFound;
import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.handover.port.in.HandOver;
import io.calllog.application.handover.port.in.HandOver.Command;
import io.calllog.application.handover.port.in.HandOver.HandedOver;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.followup.FollowUp;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandOverServiceTest {

  private final Office office = new Office();
  private final HandOver handOver =
      new HandOverService(
          office.officers, office.clients, office.followUps, office.audit, office.clock);
  private final Client acme =
      office.keep(office.samples.client("Acme", office.london, office.anna.id()));
  private final Client far =
      office.keep(office.samples.client("Far", office.germany, office.anna.id()));

  @Test
  void gives_the_clients_to_another_officer_and_records_each() {
    assertThat(handOver(office.admin, office.anna, office.bob)).isEqualTo(new HandedOver(2, 0));

    assertThat(ownerOf(acme)).isEqualTo(office.bob.id());
    assertThat(ownerOf(far)).isEqualTo(office.bob.id());
    assertThat(office.audit.entries())
        .extracting(AuditEntry::action)
        .containsExactly(
            AuditAction.CLIENT_CHANGED,
            AuditAction.CLIENT_CHANGED,
            AuditAction.OFFICER_HANDED_OVER);
    assertThat(office.audit.entries().getFirst().changes())
        .containsExactly(FieldChange.of("ownerId", office.anna.id(), office.bob.id()));
    assertThat(office.audit.entries().getLast().changes())
        .containsExactly(
            FieldChange.of("to", null, office.bob.id()),
            FieldChange.of("clients", null, 2),
            FieldChange.of("followUps", null, 0));
  }

  @Test
  void gives_the_open_follow_ups_to_another_officer_and_records_each() {
    FollowUp promised = office.keep(office.samples.followUp(office.anna, acme, Samples.NOW));

    assertThat(handOver(office.manager, office.anna, office.bob)).isEqualTo(new HandedOver(1, 1));

    assertThat(office.followUps.findForUpdate(promised.id()).orElseThrow().details().officerId())
        .isEqualTo(office.bob.id());
    AuditEntry entry = office.audit.entries().get(1);
    assertThat(entry.action()).isEqualTo(AuditAction.FOLLOW_UP_CHANGED);
    assertThat(entry.changes())
        .containsExactly(FieldChange.of("officerId", office.anna.id(), office.bob.id()));
  }

  @Test
  void follow_ups_stay_if_they_are_not_wanted() {
    FollowUp promised = office.keep(office.samples.followUp(office.anna, acme, Samples.NOW));
    var command =
        new Command(office.caller(office.admin), office.anna.id(), office.bob.id(), true, false);

    assertThat(handOver.handOver(command)).isEqualTo(new HandedOver(2, 0));
    assertThat(office.followUps.findForUpdate(promised.id())).contains(promised);
  }

  @Test
  void a_manager_hands_over_what_they_see() {
    assertThat(handOver(office.manager, office.anna, office.manager))
        .isEqualTo(new HandedOver(1, 0));

    assertThat(ownerOf(acme)).isEqualTo(office.manager.id());
    assertThat(ownerOf(far)).isEqualTo(office.anna.id());
  }

  @Test
  void a_repeat_finds_nothing_and_records_nothing() {
    handOver(office.admin, office.anna, office.bob);
    int recorded = office.audit.entries().size();

    assertThat(handOver(office.admin, office.anna, office.bob)).isEqualTo(new HandedOver(0, 0));
    assertThat(office.audit.entries()).hasSize(recorded);
  }

  @Test
  void clients_stay_if_they_are_not_wanted() {
    var command =
        new Command(office.caller(office.admin), office.anna.id(), office.bob.id(), false, true);

    assertThat(handOver.handOver(command)).isEqualTo(new HandedOver(0, 0));
    assertThat(ownerOf(acme)).isEqualTo(office.anna.id());
  }

  @Test
  void a_deleted_officer_can_still_be_relieved() {
    office.officers.remove(office.anna, Samples.NOW);

    assertThat(handOver(office.manager, office.anna, office.bob)).isEqualTo(new HandedOver(1, 0));
    assertInvalid(
        "unknown-reference", () -> handOver(office.manager, office.bob, office.anna), "to");
  }

  @Test
  void only_leaders_of_the_officer_hand_over() {
    assertNotPermitted(() -> handOver(office.anna, office.anna, office.bob));
    assertNotFound(() -> handOver(office.bob, office.anna, office.bob));
    assertNotFound(() -> handOver(office.otherManager, office.anna, office.dora));
    Officer abroad = office.hireLeaderOf(office.germany, office.uk);
    assertNotPermitted(() -> handOver(abroad, abroad, office.anna));

    assertThat(ownerOf(acme)).isEqualTo(office.anna.id());
  }

  @Test
  void the_other_officer_must_be_visible_and_another_one() {
    for (Officer to : new Officer[] {office.dora, office.anna}) {
      assertInvalid("unknown-reference", () -> handOver(office.manager, office.anna, to), "to");
    }
  }

  private HandedOver handOver(Officer by, Officer from, Officer to) {
    return handOver.handOver(new Command(office.caller(by), from.id(), to.id(), true, true));
  }

  private @Nullable OfficerId ownerOf(Client client) {
    return office.clients.find(client.id()).orElseThrow().details().ownerId();
  }
}
