package io.calllog.application.auth.service;

import static io.calllog.application.audit.AuditAction.FIRST_ADMIN_INSTALLED;
import static io.calllog.application.audit.AuditEntry.bySystem;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.auth.port.in.InstallFirstAdmin;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.PasswordHasher;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Hashes inside the transaction, because nodes that start at the same time must wait here. */
@UseCase(TxMode.WRITE)
final class InstallFirstAdminService implements InstallFirstAdmin {

  private final OfficerRepository officers;
  private final PasswordHasher hasher;
  private final AuditTrail trail;
  private final IdSource ids;
  private final InstantSource clock;

  InstallFirstAdminService(
      OfficerRepository officers,
      PasswordHasher hasher,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.officers = officers;
    this.hasher = hasher;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public boolean install(@Nullable Command command) {
    if (officers.lockAndCountActiveAdmins() > 0) {
      return true;
    }
    if (command == null) {
      return false;
    }
    var details = AdminDetails.of(command.email(), command.password());
    Instant now = clock.instant();
    Officer officer =
        Officer.create(new OfficerId(ids.next(now)), details, hasher.hash(command.password()), now);
    officers.add(officer);
    var changes = FieldChanges.between(null, details);
    trail.record(bySystem(now, FIRST_ADMIN_INSTALLED, Subject.of(officer), changes));
    return true;
  }
}
