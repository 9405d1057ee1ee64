package io.calllog.application.audit.service;

import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.SubjectType;
import io.calllog.application.audit.port.in.RecordRefusal;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.audit.port.out.SubjectRegions;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

@UseCase(TxMode.WRITE)
final class RecordRefusalService implements RecordRefusal {

  private final AuditTrail trail;
  private final SubjectRegions regions;
  private final InstantSource clock;

  RecordRefusalService(AuditTrail trail, SubjectRegions regions, InstantSource clock) {
    this.trail = trail;
    this.regions = regions;
    this.clock = clock;
  }

  @Override
  public void record(Command command) {
    SubjectType type = command.action().subjectType();
    UUID id = command.subject();
    Subject subject =
        id == null
            ? Subject.singleton(type)
            : new Subject(type, id, regions.find(type, id).orElse(null), Set.of());
    trail.record(AuditEntry.refused(clock.instant(), command.caller(), command.action(), subject));
  }
}
