package io.calllog.application.migration.service;

import static io.calllog.application.migration.view.NodeTable.CALLS;
import static io.calllog.application.migration.view.NodeTable.CLIENTS;
import static io.calllog.application.migration.view.NodeTable.OFFICERS;

import io.calllog.application.audit.AuditAction;
import io.calllog.application.audit.AuditEntry;
import io.calllog.application.audit.FieldChange;
import io.calllog.application.audit.FieldChanges;
import io.calllog.application.audit.Subject;
import io.calllog.application.audit.port.out.AuditTrail;
import io.calllog.application.call.port.out.CallRepository;
import io.calllog.application.call.port.out.CallViews;
import io.calllog.application.client.port.out.ClientRepository;
import io.calllog.application.migration.port.in.ImportNode;
import io.calllog.application.migration.port.out.MigratedCalls;
import io.calllog.application.migration.port.out.MigratedClients;
import io.calllog.application.migration.port.out.NodeDatabase;
import io.calllog.application.migration.port.out.NodeDatabase.Snapshot;
import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.officer.port.out.OfficerCalls;
import io.calllog.application.officer.port.out.OfficerRepository;
import io.calllog.application.officer.port.out.OfficerSessions;
import io.calllog.application.officer.port.out.OfficerViews;
import io.calllog.application.region.port.out.RegionRepository;
import io.calllog.application.shared.TxMode;
import io.calllog.application.shared.UseCase;
import io.calllog.application.shared.port.out.IdSource;
import io.calllog.application.shared.port.out.PhoneNumbers;
import io.calllog.application.shared.port.out.UnitOfWork;
import io.calllog.domain.shared.InvalidInput;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

@UseCase(TxMode.NONE)
final class ImportNodeService implements ImportNode {

  /** Rows of a transaction. */
  private static final int BATCH = 2_000;

  private final NodeDatabase node;
  private final NodeRegions regions;
  private final OfficerImport officers;
  private final ClientImport clients;
  private final CallImport calls;
  private final AuditTrail trail;
  private final UnitOfWork unitOfWork;
  private final InstantSource clock;

  ImportNodeService(
      NodeDatabase node,
      OfficerRepository officers,
      OfficerViews officerViews,
      OfficerSessions sessions,
      OfficerCalls officerCalls,
      ClientRepository clients,
      MigratedClients migratedClients,
      CallRepository calls,
      CallViews callViews,
      MigratedCalls migratedCalls,
      RegionRepository regions,
      AuditTrail trail,
      PhoneNumbers numbers,
      UnitOfWork unitOfWork,
      IdSource ids,
      InstantSource clock) {
    this.node = node;
    this.trail = trail;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
    this.regions = new NodeRegions(regions, trail, unitOfWork, ids, clock);
    this.officers =
        new OfficerImport(
            officers,
            officerViews,
            sessions,
            officerCalls,
            trail,
            new OfficerReader(officers, numbers),
            unitOfWork,
            clock);
    this.clients = new ClientImport(clients, migratedClients, trail, numbers, unitOfWork, clock);
    this.calls =
        new CallImport(calls, callViews, migratedCalls, this.officers, trail, unitOfWork, clock);
  }

  @Override
  public Map<NodeTable, ImportCounts> importAll(Command command) {
    ImportListener listener = command.listener();
    NodeRegions.Lookup lookup = regions.lookup(command.regions());
    var officerTally = new Tally();
    var clientTally = new Tally();
    var callTally = new Tally();
    try (Snapshot source = node.open(command.source())) {
      long all = source.count(OFFICERS);
      if (all == 0) {
        throw new InvalidInput("officers", "empty", "has no rows, so nothing can be imported");
      }
      long allClients = source.count(CLIENTS);
      long allCalls = source.count(CALLS);
      if (command.delete() && allClients == 0) {
        throw new InvalidInput("clients", "empty", "has no rows: import without --delete");
      }
      if (command.delete() && allCalls == 0) {
        throw new InvalidInput("calls", "empty", "has no rows: import without --delete");
      }
      officers.findGone(source, command.delete(), officerTally); // frees their e-mail addresses
      source.readOfficers(
          BATCH,
          rows -> {
            officers.store(rows, lookup, officerTally, listener);
            listener.progress(OFFICERS, officerTally.done(), all);
          });
      source.readClients(
          BATCH,
          rows -> {
            clients.store(rows, lookup, clientTally, listener);
            listener.progress(CLIENTS, clientTally.done(), allClients);
          });
      source.readCalls(
          BATCH,
          rows -> {
            calls.store(rows, callTally, listener);
            listener.progress(CALLS, callTally.done(), allCalls);
          });
      calls.findGone(source, command.delete(), callTally);
      clients.findGone(source, command.delete(), clientTally);
    }
    Map<NodeTable, ImportCounts> counts = new EnumMap<>(NodeTable.class);
    counts.put(OFFICERS, officerTally.counts());
    counts.put(CLIENTS, clientTally.counts());
    counts.put(CALLS, callTally.counts());
    record(counts);
    return counts;
  }

  /** One line says that an import took place. Calls and clients have none when they are added. */
  private void record(Map<NodeTable, ImportCounts> counts) {
    List<FieldChange> changes =
        counts.entrySet().stream()
            .flatMap(table ->
                FieldChanges.between(null, table.getValue()).stream()
                    .filter(change -> !"0".equals(change.to()))
                    .map(change ->
                        FieldChange.of(table.getKey() + "." + change.field(), null, change.to())))
            .toList();
    unitOfWork.write(() -> {
      trail.record(
          AuditEntry.bySystem(
              clock.instant(),
              AuditAction.NODE_IMPORTED,
              Subject.singleton(AuditAction.NODE_IMPORTED.subjectType()),
              changes));
      return counts;
    });
  }
}
