package io.calllog.application.call.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.call.port.in.RemoveCall;
import io.calllog.application.call.port.in.ReviseCall;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ExpectedVersion;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallFacts;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.ActorId;
import org.junit.jupiter.api.Test;

class AuditedCallsTest {

  private final Office office = new Office();
  private final Caller anna = office.caller(office.anna);
  private final Client acme = office.keep(office.samples.client("Acme", office.london));
  private final Client apex = office.keep(office.samples.client("Apex", office.london));
  private final Call call = office.keep(office.samples.call(office.anna, acme, Samples.NOW));

  @Test
  void records_the_changed_fields_with_the_persons_before_and_after() {
    var revise =
        new ReviseCallService(
            office.calls,
            office.callViews,
            office.clients,
            office.officers,
            office.audit,
            office.clock);

    revise.revise(new ReviseCall.Command(anna, call.id(), ExpectedVersion.ANY, this::withApex));

    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.CALL_CHANGED);
    assertThat(entry.changes())
        .containsExactly(FieldChange.of("clientId", acme.id().toString(), apex.id().toString()));
    assertThat(entry.subject()).isNotNull();
    assertThat(entry.subject().persons())
        .containsExactlyInAnyOrder(office.anna.id().value(), acme.id().value(), apex.id().value());
  }

  @Test
  void records_a_removal() {
    var remove = new RemoveCallService(office.calls, office.callViews, office.audit, office.clock);

    remove.remove(new RemoveCall.Command(anna, call.id(), ExpectedVersion.ANY));

    AuditEntry entry = office.audit.only();
    assertThat(entry.action()).isEqualTo(AuditAction.CALL_DELETED);
    assertThat(entry.actor()).isEqualTo(ActorId.of(office.anna.id()));
    assertThat(entry.changes()).isEmpty();
  }

  private ReviseCall.Edit withApex(Call call) {
    CallFacts was = call.facts();
    var facts =
        new CallFacts(
            apex.id(),
            was.type(),
            was.outcome(),
            was.durationSeconds(),
            was.startedAt(),
            was.comment(),
            was.externalId(),
            was.number());
    return new ReviseCall.Edit(call.officerId(), facts);
  }
}
