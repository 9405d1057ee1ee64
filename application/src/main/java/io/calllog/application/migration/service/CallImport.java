package io.calllog.application.migration.service;

import static io.calllog.application.audit.AuditEntry.bySystem;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.PastCalls;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallRepository.NewCall;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.migration.port.out.MigratedCalls;
import io.calllog.application.migration.port.out.MigratedCalls.References;
import io.calllog.application.migration.port.out.MigratedCalls.Stored;
import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.service.CallReader.Imported;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.NodeCall;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.call.Call;
import io.calllog.domain.call.CallId;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.ExternalId;
import io.calllog.domain.shared.RegionPath;
import io.calllog.domain.shared.Violation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Imports calls. */
final class CallImport {

  private static final int PAGE = 2_000;

  private final CallRepository calls;
  private final CallViews views;
  private final MigratedCalls imported;
  private final OfficerImport officers;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  CallImport(
      CallRepository calls,
      CallViews views,
      MigratedCalls imported,
      OfficerImport officers,
      AuditTrail trail,
      UnitOfWork unitOfWork,
      InstantSource clock) {
    this.calls = calls;
    this.views = views;
    this.imported = imported;
    this.officers = officers;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** A stored call and what becomes of it. */
  private record Revision(Call before, Call after) {}

  void store(List<NodeCall> rows, Tally tally, ImportListener listener) {
    tally.read(rows.size());
    Instant now = clock.instant();
    var past = new PastCalls(views.keptSince());
    List<Imported> read = new ArrayList<>();
    for (NodeCall raw : rows) {
      var row = new NodeRow(NodeTable.CALLS, raw.id(), listener::leftOut);
      Optional<Imported> call = CallReader.read(raw, row, now).filter(each -> isKept(each, past));
      call.ifPresentOrElse(read::add, tally::leftOut);
    }
    if (!read.isEmpty()) {
      store(read, tally, now);
    }
  }

  private static boolean isKept(Imported call, PastCalls past) {
    List<Violation> violations = past.violations(call.id());
    violations.forEach(each ->
        call.row()
            .leaveOut(
                "has the timestamp " + call.facts().startedAt() + ", which " + each.message()));
    return violations.isEmpty();
  }

  private void store(List<Imported> read, Tally tally, Instant now) {
    References references = references(read);
    Map<ExternalId, Stored> stored = find(read);
    List<NewCall> absent = new ArrayList<>();
    List<Revision> revisions = new ArrayList<>();
    for (Imported each : read) {
      Call call = call(each, references, now);
      Stored here = stored.get(each.externalId());
      if (here == null || isTooFar(here.call(), call)) {
        absent.add(new NewCall(call, MigratedCalls.fingerprint(each.externalId())));
      } else if (here.deleted()) {
        tally.count(Change.KEPT);
      } else {
        Call revised =
            here.call().reimported(call.officerId(), call.region(), call.facts(), call.updatedAt());
        if (revised.equals(here.call())) {
          tally.count(Change.UNCHANGED);
        } else if (!here.ofNode() || here.call().updatedAt().isAfter(call.updatedAt())) {
          tally.count(Change.KEPT);
        } else {
          revisions.add(new Revision(here.call(), revised));
        }
      }
    }
    add(absent, tally);
    revise(revisions, tally, now);
  }

  /** The officers that the calls name exist afterwards. */
  private References references(List<Imported> read) {
    Set<OfficerId> named = read.stream().map(Imported::officer).collect(toSet());
    Set<ClientId> clients =
        read.stream()
            .map(each -> each.facts().clientId())
            .filter(Objects::nonNull)
            .collect(toSet());
    References found = imported.references(named, clients);
    Map<OfficerId, RegionPath> known = new HashMap<>(found.officers());
    for (OfficerId officer : named) {
      if (!known.containsKey(officer)) {
        officers.addFormer(officer);
        known.put(officer, RegionPath.UNASSIGNED);
      }
    }
    return new References(known, found.clients());
  }

  private static Call call(Imported each, References references, Instant now) {
    ClientId client = each.facts().clientId();
    boolean known = client == null || references.clients().contains(client);
    if (!known) {
      each.row().leaveOut("clientId", "is no client any more", String.valueOf(client));
    }
    return Call.imported(
        each.id(),
        each.officer(),
        Objects.requireNonNull(references.officers().get(each.officer())),
        known ? each.facts() : each.withoutClient().facts(),
        each.loggedAt(),
        each.updatedAt(),
        now);
  }

  /** Finds the stored calls. A call whose start was corrected by up to a day has its old id. */
  private Map<ExternalId, Stored> find(List<Imported> read) {
    Set<ExternalId> ids = read.stream().map(Imported::externalId).collect(toSet());
    List<Instant> starts = read.stream().map(each -> each.facts().startedAt()).toList();
    Instant first = Collections.min(starts).minus(Call.ID_TOLERANCE);
    Instant last = Collections.max(starts).plus(Call.ID_TOLERANCE);
    return imported.find(ids, first, last.plusMillis(1)).stream()
        .collect(
            toMap(
                each -> Objects.requireNonNull(each.call().facts().externalId()),
                each -> each,
                (one, other) -> one.deleted() ? other : one));
  }

  private static boolean isTooFar(Call here, Call there) {
    Duration apart = Duration.between(here.id().time(), there.facts().startedAt()).abs();
    return apart.compareTo(Call.ID_TOLERANCE) > 0;
  }

  private void add(List<NewCall> absent, Tally tally) {
    if (!absent.isEmpty()) {
      Set<CallId> added = unitOfWork.write(() -> calls.addAbsent(absent));
      absent.forEach(
          each -> tally.count(added.contains(each.call().id()) ? Change.ADDED : Change.KEPT));
    }
  }

  private void revise(List<Revision> revisions, Tally tally, Instant now) {
    if (!revisions.isEmpty()) {
      Set<CallId> changed =
          unitOfWork.write(() -> {
            Set<CallId> replaced =
                imported.replace(revisions.stream().map(Revision::after).toList());
            revisions.stream()
                .filter(each -> replaced.contains(each.after().id()))
                .forEach(each -> record(each, now));
            return replaced;
          });
      revisions.forEach(
          each -> tally.count(changed.contains(each.after().id()) ? Change.CHANGED : Change.KEPT));
    }
  }

  private void record(Revision revision, Instant now) {
    Call before = revision.before();
    Call after = revision.after();
    List<FieldChange> changes =
        new ArrayList<>(FieldChanges.between(before.facts(), after.facts()));
    if (!before.officerId().equals(after.officerId())) {
      changes.addFirst(FieldChange.of("officerId", before.officerId(), after.officerId()));
    }
    trail.record(bySystem(now, AuditAction.CALL_CHANGED, Subject.of(before, after), changes));
  }

  /**
   * Finds calls of the Node backend that it no longer has. A call whose start was corrected by more
   * than a day was added again, so the old one is deleted in any case.
   */
  void findGone(Snapshot source, boolean delete, Tally tally) {
    ExternalId last = null;
    List<Call> page = imported.after(last, PAGE);
    while (!page.isEmpty()) {
      Map<UUID, Instant> times =
          source.timesOfCalls(
              page.stream().map(CallImport::nodeId).flatMap(Optional::stream).toList());
      for (Call call : page) {
        Instant time = nodeId(call).map(times::get).orElse(null);
        if (time == null || isMoved(call, time)) {
          boolean deletable = time != null || delete;
          tally.gone(deletable && unitOfWork.write(() -> delete(call.id())));
        }
      }
      last = page.getLast().facts().externalId();
      page = imported.after(last, PAGE);
    }
  }

  private static boolean isMoved(Call call, Instant time) {
    return Duration.between(call.id().time(), time).abs().compareTo(Call.ID_TOLERANCE) > 0;
  }

  private static Optional<UUID> nodeId(Call call) {
    ExternalId id = call.facts().externalId();
    return NodeRow.uuid(id == null ? null : id.value());
  }

  private boolean delete(CallId id) {
    Optional<Call> call = calls.findForUpdate(id);
    call.ifPresent(gone -> {
      Instant now = clock.instant();
      calls.remove(gone, now);
      trail.record(bySystem(now, AuditAction.CALL_DELETED, Subject.of(gone, gone), List.of()));
    });
    return call.isPresent();
  }
}
