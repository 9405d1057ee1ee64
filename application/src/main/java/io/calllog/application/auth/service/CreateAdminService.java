package io.calllog.application.auth.service;

import static io.calllog.application.audit.AuditAction.ADMIN_CREATED;
import static io.calllog.application.audit.AuditEntry.bySystem;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.CreateAdmin;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.NONE)
final class CreateAdminService implements CreateAdmin {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final IdSource ids;
  private final InstantSource clock;

  CreateAdminService(
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
  public void create(Command command) {
    var details = AdminDetails.of(command.email(), command.password());
    var hash = hasher.hash(command.password());
    Instant now = clock.instant();
    Officer admin = Officer.create(new OfficerId(ids.next(now)), details, hash, now);
    unitOfWork.write(() -> {
      officers.add(admin);
      var changes = FieldChanges.between(null, details);
      trail.record(bySystem(now, ADMIN_CREATED, Subject.of(admin), changes));
      return admin;
    });
  }
}
