package io.calllog.application.imports.service;

import static io.calllog.application.audit.AuditAction.IMPORT_CANCELLED;
import static io.calllog.application.audit.AuditEntry.done;

import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.imports.Import;
import io.calllog.application.imports.ImportState;
import io.calllog.application.imports.port.in.CancelImport;
import io.calllog.application.imports.port.out.ImportRepository;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.ImportId;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.domain.officer.Actor;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.NotFound;
import java.time.Instant;
import java.time.InstantSource;

@UseCase(TxMode.WRITE)
final class CancelImportService implements CancelImport {

  private final ImportRepository imports;
  private final AuditTrail trail;
  private final InstantSource clock;

  CancelImportService(ImportRepository imports, AuditTrail trail, InstantSource clock) {
    this.imports = imports;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public void cancel(Caller caller, ImportId id) {
    Actor actor = caller.actor();
    Import found =
        imports
            .findForUpdate(id)
            .filter(each -> actor.isAdmin() || actor.id().equals(each.createdBy()))
            .orElseThrow(() -> new NotFound("import"));
    if (found.state() == ImportState.CANCELLED) {
      return;
    }
    if (found.state().isFinal()) {
      throw new Conflict("import-finished", "This import has ended already.");
    }
    Instant now = clock.instant();
    imports.update(found.ended(ImportState.CANCELLED, null, now));
    trail.record(done(now, caller, IMPORT_CANCELLED, Subject.of(id)));
  }
}
