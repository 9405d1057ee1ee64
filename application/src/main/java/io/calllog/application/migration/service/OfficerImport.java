package io.calllog.application.migration.service;

import static io.calllog.application.audit.AuditEntry.bySystem;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.service.OfficerReader.Imported;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.NodeOfficer;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.officer.view.OfficerFilter;
import io.calllog.application.officer.view.OfficerView;
import io.calllog.application.shared.Cursor.ByName;
import io.calllog.application.shared.Paging;
import io.calllog.application.shared.Slice;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerDetails;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.officer.OfficerStatus;
import io.calllog.domain.officer.PasswordHash;
import io.calllog.domain.officer.Role;
import io.calllog.domain.officer.Visibility;
import io.calllog.domain.shared.Name;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Imports officers, each in a transaction of its own, because there are not many. */
final class OfficerImport {

  private static final Name FORMER = new Name("Former officer");

  private final OfficerRepository officers;
  private final OfficerViews views;
  private final OfficerSessions sessions;
  private final OfficerCalls calls;
  private final AuditTrail trail;
  private final OfficerReader reader;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  OfficerImport(
      OfficerRepository officers,
      OfficerViews views,
      OfficerSessions sessions,
      OfficerCalls calls,
      AuditTrail trail,
      OfficerReader reader,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.officers = officers;
    this.views = views;
    this.sessions = sessions;
    this.calls = calls;
    this.trail = trail;
    this.reader = reader;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  void store(
      List<NodeOfficer> rows, NodeRegions.Lookup regions, Tally tally, ImportListener listener) {
    tally.read(rows.size());
    for (NodeOfficer raw : rows) {
      var row = new NodeRow(NodeTable.OFFICERS, raw.id(), listener::leftOut);
      Optional<OfficerId> id = NodeRow.uuid(raw.id()).map(OfficerId::new);
      if (id.isEmpty()) {
        row.leaveOut("has an id that is not a UUID");
        tally.leftOut();
        continue;
      }
      Instant now = clock.instant();
      RegionPath region = regions.find(raw.region(), row);
      Imported officer = reader.read(id.get(), raw, region, row, now);
      tally.count(unitOfWork.write(() -> store(officer, now)));
    }
  }

  private Change store(Imported imported, Instant now) {
    Optional<Officer> stored = officers.findForUpdate(imported.id());
    if (stored.isPresent()) {
      return revise(stored.get(), imported, now);
    }
    if (officers.findDeletedForUpdate(imported.id()).isPresent()) {
      return Change.KEPT;
    }
    Officer officer =
        Officer.imported(
            imported.id(),
            imported.details(),
            imported.password(),
            imported.createdAt(),
            imported.updatedAt());
    officers.add(officer);
    record(now, AuditAction.OFFICER_CREATED, officer, null, officer.details());
    return Change.ADDED;
  }

  private Change revise(Officer officer, Imported imported, Instant now) {
    OfficerDetails before = officer.details();
    Officer revised =
        officer.reimported(imported.merged(before), imported.password(), imported.updatedAt());
    if (revised.equals(officer)) {
      return Change.UNCHANGED;
    }
    if (officer.updatedAt().isAfter(imported.updatedAt())) {
      return Change.KEPT;
    }
    if (!revised.details().status().maySignIn()
        || !officer.passwordHash().equals(revised.passwordHash())) {
      sessions.endAll(officer.id(), now);
    }
    officers.update(revised);
    if (!before.region().isTerritory() && revised.details().region().isTerritory()) {
      calls.moveUnassigned(officer.id(), now);
    }
    if (!before.equals(revised.details())) {
      record(now, AuditAction.OFFICER_CHANGED, officer, before, revised.details());
    }
    if (!officer.passwordHash().equals(revised.passwordHash())) {
      trail.record(bySystem(now, AuditAction.PASSWORD_CHANGED, Subject.of(officer), List.of()));
    }
    return Change.CHANGED;
  }

  /** Adds an officer whom the Node backend deleted, as deleted, because calls refer to them. */
  void addFormer(OfficerId id) {
    unitOfWork.write(() -> {
      Instant now = clock.instant();
      var details =
          new OfficerDetails(
              FORMER,
              OfficerReader.placeholder(id),
              null,
              RegionPath.UNASSIGNED,
              List.of(),
              Role.OFFICER,
              OfficerStatus.INACTIVE);
      Officer officer = Officer.imported(id, details, PasswordHash.NONE, now, now);
      officers.add(officer);
      officers.remove(officer, now);
      record(now, AuditAction.OFFICER_CREATED, officer, null, details);
      trail.record(bySystem(now, AuditAction.OFFICER_DELETED, Subject.of(officer), List.of()));
      return officer;
    });
  }

  /** Finds officers of the Node backend that it no longer has. Generated ids have version 7. */
  void findGone(Snapshot source, boolean delete, Tally tally) {
    ByName after = null;
    do {
      Slice<OfficerView, ByName> page =
          views.list(
              OfficerFilter.ALL,
              Visibility.EVERYTHING,
              new Paging<>(Paging.MAX_LIMIT, after, false));
      List<UUID> imported =
          page.items().stream()
              .map(officer -> officer.id().value())
              .filter(id -> id.version() != 7)
              .toList();
      Set<UUID> existing = source.existing(NodeTable.OFFICERS, imported);
      imported.stream()
          .filter(id -> !existing.contains(id))
          .forEach(id -> tally.gone(delete && unitOfWork.write(() -> delete(new OfficerId(id)))));
      after = page.next();
    } while (after != null);
  }

  /** Administrators are not deleted. */
  private boolean delete(OfficerId id) {
    Optional<Officer> officer =
        officers.findForUpdate(id).filter(found -> !found.details().isActiveAdmin());
    officer.ifPresent(gone -> {
      Instant now = clock.instant();
      sessions.endAll(id, now);
      officers.remove(gone, now);
      trail.record(bySystem(now, AuditAction.OFFICER_DELETED, Subject.of(gone), List.of()));
    });
    return officer.isPresent();
  }

  private void record(
      Instant now,
      AuditAction action,
      Officer subject,
      @Nullable OfficerDetails before,
      OfficerDetails after) {
    trail.record(bySystem(now, action, Subject.of(subject), FieldChanges.between(before, after)));
  }
}
