package io.calllog.application.migration.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.calllog.application.migration.port.in.ImportNode;
import io.calllog.application.migration.port.out.InMemoryMigration;
import io.calllog.application.migration.port.out.InMemoryNode;
import io.calllog.application.migration.view.ImportCounts;
import io.calllog.application.migration.view.ImportListener;
import io.calllog.application.migration.view.LeftOut;
import io.calllog.application.migration.view.NodeCall;
import io.calllog.application.migration.view.NodeClient;
import io.calllog.application.migration.view.NodeConnection;
import io.calllog.application.migration.view.NodeOfficer;
import io.calllog.application.migration.view.NodeTable;
import io.calllog.application.testing.Office;
import io.calllog.domain.call.Call;
import io.calllog.domain.client.Client;
import io.calllog.domain.client.ClientId;
import io.calllog.domain.officer.Officer;
import io.calllog.domain.officer.OfficerId;
import io.calllog.domain.shared.RegionPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A node with an officer, a client and a call, and an office that imports it. */
final class ImportedNode {

  static final String ANNA = "8a1d0f6c-1c3f-4f6e-8f9e-112233445566";
  static final String GRACE = "9b2e1a7d-2d4a-4a7f-9a0f-223344556677";
  static final String CALL = "5f0c7a0e-6f0b-4b1e-9f5e-0a1b2c3d4e5f";
  static final String HASH = "$2b$10$" + "a".repeat(53);
  static final Instant CREATED = Instant.parse("2026-01-05T08:00:00Z");
  static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  final Office office = new Office();
  final String london = office.london.path();
  final InMemoryNode node = new InMemoryNode();

  /** What the last import has left out. */
  final List<LeftOut> leftOut = new ArrayList<>();

  private final ImportNode importer;

  ImportedNode() {
    var migration = new InMemoryMigration(office.officers, office.clients, office.calls);
    importer =
        new ImportNodeService(
            node,
            office.officers,
            office.officers,
            office.sessions,
            office.calls,
            office.clients,
            migration.clients(),
            office.calls,
            office.callViews,
            migration.calls(),
            office.regions,
            office.audit,
            ContactInfoTest.NUMBERS,
            office.unitOfWork,
            office.ids,
            office.clock);
    node.officers.add(officer(ANNA, "anna@node.example", london, "Active", CREATED));
    node.clients.add(client("Grace", CREATED));
    node.calls.add(call(CALL, ANNA, GRACE, "60", START, START));
  }

  Map<NodeTable, ImportCounts> importAll() {
    return importAll(Map.of(), false);
  }

  Map<NodeTable, ImportCounts> importAll(Map<String, RegionPath> regions, boolean delete) {
    leftOut.clear();
    var listener =
        new ImportListener() {
          @Override
          public void progress(NodeTable table, long done, long all) {}

          @Override
          public void leftOut(LeftOut what) {
            leftOut.add(what);
          }
        };
    var connection = new NodeConnection("jdbc:postgresql:node", null, null);
    return importer.importAll(new ImportNode.Command(connection, regions, delete, listener));
  }

  Officer anna() {
    return office.officers.find(new OfficerId(UUID.fromString(ANNA))).orElseThrow();
  }

  Client grace() {
    return office.clients.find(new ClientId(UUID.fromString(GRACE))).orElseThrow();
  }

  Call onlyCall() {
    assertThat(office.calls.living()).hasSize(1);
    return office.calls.living().getFirst();
  }

  static NodeOfficer officer(
      String id, String email, String region, String status, Instant updatedAt) {
    return new NodeOfficer(
        id, "Anna", email, HASH, "+442079460958", region, status, CREATED, updatedAt);
  }

  NodeClient client(String name, Instant updatedAt) {
    return new NodeClient(
        GRACE, name, "grace@firm.example; 12 High Street", london, "Converted", CREATED, updatedAt);
  }

  static NodeCall call(
      String id,
      String officer,
      @Nullable String client,
      String duration,
      Instant start,
      Instant updatedAt) {
    return new NodeCall(
        id, officer, client, duration, "Outgoing", "Successful", null, start, START, updatedAt);
  }

  /** What an import has counted in a table. */
  static ImportCounts countsOf(NodeTable table, Map<NodeTable, ImportCounts> all) {
    return Objects.requireNonNull(all.get(table));
  }

  static Map<NodeTable, ImportCounts> all(ImportCounts each) {
    return Map.of(NodeTable.OFFICERS, each, NodeTable.CLIENTS, each, NodeTable.CALLS, each);
  }

  static ImportCounts counts(
      long read, long added, long changed, long unchanged, long kept, long leftOut) {
    return new ImportCounts(read, added, changed, unchanged, kept, leftOut, 0, 0);
  }
}
