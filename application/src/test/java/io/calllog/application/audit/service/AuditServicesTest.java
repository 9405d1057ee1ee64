package io.calllog.application.audit.service;

import static io.calllog.application.testing.Refusals.assertNotPermitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.in.AuditQueries;
import io.calllog.application.audit.port.in.RecordRefusal;
import io.calllog.application.audit.port.in.RecordRefusal.Command;
import io.calllog.application.audit.port.out.InMemorySubjectRegions;
import io.calllog.application.audit.view.AuditFilter;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.Origin;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.SessionId;
import io.calllog.application.testing.Office;
import io.calllog.application.testing.Samples;
import io.calllog.domain.client.Client;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.officer.Officer;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuditServicesTest {

  private final Office office = new Office();
  private final AuditQueries queries = new AuditQueriesService(office.audit, office.unitOfWork);
  private final RecordRefusal refusals =
      new RecordRefusalService(
          office.audit,
          new InMemorySubjectRegions(
              office.regions, office.officers, office.clients, office.calls, office.followUps),
          office.clock);

  @Test
  void records_actor_action_and_origin_of_a_refusal() {
    Client client = office.keep(office.samples.client("Acme", office.london));
    var from = new Origin("192.0.2.7", "a browser");
    Actor anna = office.actor(office.anna);
    var caller = new Caller(anna, new SessionId(office.samples.id(Samples.NOW)), from);
    refusals.record(new Command(caller, AuditAction.CLIENT_DELETED, client.id().value()));

    var subject = new Subject(SubjectType.CLIENT, client.id().value(), office.london, Set.of());
    assertThat(office.audit.only())
        .isEqualTo(AuditEntry.refused(Samples.NOW, caller, AuditAction.CLIENT_DELETED, subject));
    assertThat(office.audit.only().origin()).isEqualTo(from);
  }

  @Test
  void records_no_region_if_the_object_has_none() {
    Actor anna = office.actor(office.anna);
    refusals.record(new Command(Caller.internal(anna), AuditAction.OFFICER_CREATED, null));
    refusals.record(new Command(Caller.internal(anna), AuditAction.AUDIT_READ, null));
    refusals.record(
        new Command(
            Caller.internal(anna), AuditAction.CLIENT_CHANGED, office.samples.id(Samples.NOW)));

    assertThat(office.audit.entries())
        .hasSize(3)
        .allSatisfy(entry -> {
          Subject subject = entry.subject();
          assertThat(subject).isNotNull();
          assertThat(subject == null ? office.uk : subject.region()).isNull();
        });
  }

  @Test
  void managers_read_their_territory_and_officers_nothing() {
    Client london = office.keep(office.samples.client("Acme", office.london));
    Client berlin = office.keep(office.samples.client("Acme", office.germany));
    for (Client client : new Client[] {london, berlin}) {
      refusals.record(
          new Command(office.caller(office.anna), AuditAction.CLIENT_DELETED, client.id().value()));
    }
    refusals.record(new Command(office.caller(office.anna), AuditAction.AUDIT_READ, null));

    assertThat(seenBy(office.admin)).isEqualTo(3);
    assertThat(seenBy(office.manager)).isEqualTo(1);
    assertThat(seenBy(office.otherManager)).isEqualTo(1);
    assertNotPermitted(() -> seenBy(office.anna));
  }

  private int seenBy(Officer reader) {
    return queries.list(office.actor(reader), AuditFilter.ALL, Paging.first()).items().size();
  }
}
