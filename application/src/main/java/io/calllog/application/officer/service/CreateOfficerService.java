package io.calllog.application.officer.service;

import static io.calllog.application.audit.AuditAction.OFFICER_CREATED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.officer.port.in.CreateOfficer;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.PasswordHash;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.NONE)
final class CreateOfficerService implements CreateOfficer {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final IdSource ids;
  private final InstantSource clock;

  CreateOfficerService(
      OfficerRepository officers,
      PasswordHasher hasher,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock) {
    this.officers = officers;
    this.hasher = hasher;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public OfficerView create(Command command) {
    command.caller().actor().requireAdmin();
    var details = command.details();
    details.requireLeadsFitRole();
    command.password().requireDifferentFrom(details.name(), details.email());
    PasswordHash hash = hasher.hash(command.password());
    Instant now = clock.instant();
    Officer officer = Officer.create(new OfficerId(ids.next(now)), details, hash, now);
    return unitOfWork.write(() -> {
      officers.add(officer);
      var changes = FieldChanges.between(null, details);
      trail.record(done(now, command.caller(), OFFICER_CREATED, Subject.of(officer), changes));
      return OfficerView.of(officer);
    });
  }
}
