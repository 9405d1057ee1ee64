package io.calllog.application.imports.service;

import static io.calllog.application.audit.AuditAction.OFFICER_CREATED;
import static io.calllog.application.audit.AuditEntry.done;
import static java.util.Objects.requireNonNullElse;

import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.imports.FileRow;
import io.calllog.application.imports.OfficerRow;
import io.calllog.application.imports.port.out.RowReader;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.shared.Caller;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.shared.Conflict;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Adds officers one by one, with the rules of {@code CreateOfficer}. They are recognised by their
 * e-mail address. They cannot sign in until their password is set.
 */
final class OfficerRows implements RowsOfKind {

  private final RowReader reader;
  private final OfficerRepository officers;
  private final AuditTrail trail;
  private final IdSource ids;
  private final InstantSource clock;

  OfficerRows(
      RowReader reader,
      OfficerRepository officers,
      AuditTrail trail,
      IdSource ids,
      InstantSource clock) {
    this.reader = reader;
    this.officers = officers;
    this.trail = trail;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public List<RowOutcome> add(Caller caller, List<String> columns, List<FileRow> rows) {
    return RowOutcome.oneByOne(rows, row -> add(caller, reader.officer(columns, row)));
  }

  private boolean add(Caller caller, OfficerRow row) {
    var details =
        new OfficerDetails(
            row.name(),
            row.email(),
            row.phone(),
            requireNonNullElse(row.region(), RegionPath.UNASSIGNED),
            requireNonNullElse(row.leads(), List.of()),
            requireNonNullElse(row.role(), Role.OFFICER),
            requireNonNullElse(row.status(), OfficerStatus.ACTIVE));
    details.requireLeadsFitRole();
    Optional<Officer> existing = officers.findByEmail(details.email());
    if (existing.isPresent()) {
      if (existing.get().details().equals(details)) {
        return false;
      }
      throw new Conflict(
          "email-taken", "An officer with this e-mail address exists, with other values.");
    }
    Instant now = clock.instant();
    Officer officer = Officer.create(new OfficerId(ids.next(now)), details, PasswordHash.NONE, now);
    officers.add(officer);
    var changes = FieldChanges.between(null, details);
    trail.record(done(now, caller, OFFICER_CREATED, Subject.of(officer), changes));
    return true;
  }
}
